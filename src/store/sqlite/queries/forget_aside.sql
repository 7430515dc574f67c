DROP TABLE temp.compared;
DROP TABLE temp.counted;
DROP TABLE temp.counted_entries;
DROP TABLE temp.search;
DROP TABLE temp.place;
DROP TABLE temp.task;
DROP TABLE temp.code;
