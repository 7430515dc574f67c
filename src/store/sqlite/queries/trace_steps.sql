SELECT sequence, case_key FROM revision INDEXED BY revision_of_case ORDER BY case_key ASC, sequence ASC
