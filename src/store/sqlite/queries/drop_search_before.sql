DROP TABLE search_before
