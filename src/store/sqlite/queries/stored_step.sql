SELECT CAST(operation AS BLOB), CAST(recorded AS BLOB), CAST(actor AS BLOB), CAST(reason AS BLOB), CAST(undoes AS BLOB),
       CAST(changes AS BLOB)
FROM revision WHERE sequence = ?1
