-- A view is of a list or of a figure. What was kept before is of lists.
ALTER TABLE view ADD COLUMN kind TEXT NOT NULL DEFAULT 'list';
