-- Whether nothing stands in these steps, and nothing on the timeline.
SELECT NOT EXISTS (SELECT 1 FROM revision WHERE case_key = ?1 AND (changes <> '[]' OR reason IS NOT NULL))
   AND NOT EXISTS (SELECT 1 FROM entry WHERE case_key = ?1)
