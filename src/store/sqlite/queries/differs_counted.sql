-- The cases of which something else is packed than should be, or something of no case of their register.
SELECT key FROM (
    SELECT key, register, packed FROM main.counted WHERE register IN (SELECT register FROM temp.compared)
    EXCEPT SELECT key, register, packed FROM temp.counted
)
UNION
SELECT key FROM (
    SELECT key, register, packed FROM temp.counted
    EXCEPT SELECT key, register, packed FROM main.counted
)
UNION
SELECT key FROM (
    SELECT key, register, packed FROM main.counted_entries WHERE register IN (SELECT register FROM temp.compared)
    EXCEPT SELECT key, register, packed FROM temp.counted_entries
)
UNION
SELECT key FROM (
    SELECT key, register, packed FROM temp.counted_entries
    EXCEPT SELECT key, register, packed FROM main.counted_entries
)
