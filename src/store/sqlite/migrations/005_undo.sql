-- What undoing and merging need to know. Nothing is ever deleted for either: a case that is taken back or merged stays.

-- The action that this one undid.
ALTER TABLE revision ADD COLUMN undoes TEXT;

-- An entry may come to stand on the timeline of another case, and its history comes along.
CREATE INDEX revision_of_entry ON revision (entry_key) WHERE entry_key IS NOT NULL;

-- The identity of the case into which this one was merged: that one is found by this number too.
ALTER TABLE case_file ADD COLUMN merged_into TEXT;
CREATE INDEX case_merged_into ON case_file (merged_into) WHERE merged_into IS NOT NULL;
