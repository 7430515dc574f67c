-- All figures of the overview over 1,000,000 cases by DuckDB, as benches/overview.rs asks them of the columns and of
-- SQLite: not part of the tests, run by hand on one core.
--
--     pip install duckdb
--     python3 -c "import duckdb; [print(r) for r in duckdb.connect().execute(open('benches/duckdb.sql').read()).fetchall()]"
--
-- or, with the command line of DuckDB, `duckdb < benches/duckdb.sql`. The last question is the one to time: with `.timer on`
-- before it, or as the loop at the end of this file says. The cases are of the same kind as in the bench, not the same ones:
-- sixteen registers, begun between 2019 and today, most of them closed within a year and a half.

SET threads = 1;

CREATE OR REPLACE TABLE spells AS
SELECT
    register,
    -- Eight districts, and one in nine unknown.
    (hash(number * 7 + 1) % 9)::TINYINT AS key,
    opened,
    CASE WHEN hash(number * 11 + 3) % 10 = 0 THEN DATE '9999-12-31'
         ELSE opened + (hash(number * 13 + 5) % 540)::INTEGER END AS closed
FROM (
    SELECT number, (number % 16)::TINYINT AS register,
           DATE '2019-01-01' + (hash(number) % 2880)::INTEGER AS opened
    FROM range(1000000) AS numbers(number)
)
ORDER BY register, key, closed;

-- The six years up to the reference date; another date here is another peildatum.
CREATE OR REPLACE TABLE years AS
SELECT back, make_date(2026 - back, 1, 1) AS first, make_date(2026 - back, 11, 21) AS last
FROM range(6) AS years(back);

-- Every register in every year, and the districts of one register in this year and the last: what runs, what came in, what
-- was finished.
SELECT 'register' AS what, register AS which, back,
       count(*) FILTER (closed > last) AS closing,
       count(*) FILTER (opened >= first) AS inflow,
       count(*) FILTER (closed <= last) AS finished
FROM spells JOIN years ON opened <= last AND closed >= first
GROUP BY register, back
UNION ALL
SELECT 'district', key, back,
       count(*) FILTER (closed > last),
       count(*) FILTER (opened >= first),
       count(*) FILTER (closed <= last)
FROM spells JOIN years ON opened <= last AND closed >= first
WHERE register = 0 AND back < 2
GROUP BY key, back
ORDER BY ALL;

-- To time it from Python, after all of the above ran on `connection`:
--
--     import time
--     question = connection.execute  # with the text of the SELECT above
--     times = []
--     for _ in range(15):
--         begin = time.perf_counter(); question(text).fetchall(); times.append(time.perf_counter() - begin)
--     print(sorted(times)[7])
