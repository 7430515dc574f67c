-- As many bytes of new words are gathered in memory before they are written: with the 1 MiB that is usual, an import of many
-- cases writes and merges the same words over and over.
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216)
