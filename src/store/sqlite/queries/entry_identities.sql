SELECT key, id, case_key, kind, happened, about FROM entry ORDER BY key
