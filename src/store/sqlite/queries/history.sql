-- What was recorded of the case, and of what stands on its timeline now, on whatever timeline that stood then.
SELECT sequence, operation, version, recorded, actor, reason, changes, entry_key, undoes
FROM revision
WHERE sequence IN (
    SELECT sequence FROM revision WHERE case_key = ?1
    UNION ALL
    SELECT sequence FROM entry JOIN revision ON revision.entry_key = entry.key WHERE entry.case_key = ?1
)
ORDER BY sequence DESC
