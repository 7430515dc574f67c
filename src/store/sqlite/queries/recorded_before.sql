-- When the last step was recorded that comes before this one and says when.
SELECT recorded FROM revision WHERE sequence < ?1 AND recorded GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'
ORDER BY sequence DESC LIMIT 1
