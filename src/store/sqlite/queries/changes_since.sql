SELECT case_key, max(sequence) FROM revision WHERE sequence > ?1 GROUP BY case_key ORDER BY max(sequence)
