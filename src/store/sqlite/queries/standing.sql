-- A case that was taken back or merged is not counted.
SELECT count(*) FROM counted
