-- CREATE VIEW, CREATE MATERIALIZED VIEW and what ALTER says of their columns.
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c timestamptz);
CREATE VIEW plain AS SELECT id, a FROM t;
CREATE VIEW "Odd view" ("Odd column", "select") AS SELECT a, b FROM t;
CREATE VIEW barred WITH (security_barrier) AS SELECT id FROM t WHERE a > 0;
CREATE VIEW not_barred WITH (security_barrier = false) AS SELECT 1 AS one;
CREATE VIEW checked AS SELECT id, a FROM t WHERE a > 0 WITH CHECK OPTION;
CREATE VIEW checked_here AS SELECT id FROM checked WHERE id > 5 WITH LOCAL CHECK OPTION;
CREATE VIEW everything WITH (check_option = cascaded, security_barrier = true) AS SELECT id FROM t;
CREATE RECURSIVE VIEW counting (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM counting WHERE n < 10;
CREATE VIEW with_default AS SELECT id, a, b FROM t;
ALTER VIEW with_default ALTER a SET DEFAULT 5, ALTER b SET DEFAULT 'x' || 'y';
CREATE VIEW no_columns AS SELECT;
CREATE VIEW collated AS SELECT b COLLATE "C" AS b, NULL::varchar(7) AS v FROM t;
CREATE VIEW over_views AS SELECT p.id, c.n FROM plain p JOIN counting c ON c.n = p.id;
CREATE VIEW by_key AS SELECT t.*, count(*) AS k FROM t GROUP BY id;
CREATE VIEW odd_words AS WITH RECURSIVE x(i) AS (SELECT 1 UNION SELECT i + 1 FROM x WHERE i < 3) SEARCH DEPTH FIRST BY i SET o CYCLE i SET is_cycle USING path
    SELECT x.i, row_number() OVER w AS r, lag(i) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) AS l,
           array_agg(i) FILTER (WHERE i > 1) OVER w AS f FROM x WINDOW w AS (PARTITION BY i ORDER BY i);
CREATE VIEW odd_joins AS SELECT * FROM t LEFT JOIN LATERAL (SELECT u.x FROM unnest(ARRAY[t.a]) WITH ORDINALITY u(x, o)) s ON true
    NATURAL JOIN (VALUES (1)) v(id);
CREATE VIEW sampled AS SELECT id FROM ONLY t TABLESAMPLE bernoulli (10) REPEATABLE (5) ORDER BY id DESC NULLS LAST LIMIT 3 OFFSET 1;
CREATE VIEW grouped AS SELECT a, b, grouping(a), sum(id) FILTER (WHERE id > 0), percentile_cont(0.5) WITHIN GROUP (ORDER BY id)
    FROM t GROUP BY GROUPING SETS ((a), ROLLUP (a, b), CUBE (b)) HAVING count(DISTINCT id) > 1;
CREATE VIEW locking AS SELECT id FROM t FOR NO KEY UPDATE OF t SKIP LOCKED;
CREATE VIEW tied AS SELECT a FROM t ORDER BY a FETCH FIRST 2 ROWS WITH TIES;
CREATE VIEW functions AS SELECT f.*, x.* FROM json_to_recordset('[]') AS f(a int, b text), xmltable('/r' PASSING '<r/>' COLUMNS n int PATH '@n', o FOR ORDINALITY) x;
CREATE VIEW rows_from AS SELECT * FROM ROWS FROM (generate_series(1, 2), unnest(ARRAY['a'])) WITH ORDINALITY AS r(x, y, z);

CREATE MATERIALIZED VIEW filled AS SELECT id, a, b FROM t;
CREATE MATERIALIZED VIEW empty AS SELECT id FROM t WITH NO DATA;
CREATE ACCESS METHOD other_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE MATERIALIZED VIEW "Odd one" ("Odd column", b) USING other_heap WITH (fillfactor = 60, autovacuum_enabled = false, toast.autovacuum_enabled = false) AS SELECT a, b FROM t;
CREATE MATERIALIZED VIEW over_materialized AS SELECT f.id FROM filled f JOIN "Odd one" o ON o."Odd column" = f.a;
ALTER MATERIALIZED VIEW filled ALTER b SET STORAGE EXTERNAL, ALTER b SET COMPRESSION pglz, ALTER a SET STATISTICS 55, ALTER id SET (n_distinct = -1);

CREATE FUNCTION uses_view() RETURNS SETOF plain LANGUAGE sql AS 'SELECT id, a FROM t';
CREATE VIEW first_of_loop AS SELECT 1 AS x, 'a'::text COLLATE "C" AS y;
CREATE VIEW second_of_loop AS SELECT x, y FROM first_of_loop;
CREATE OR REPLACE VIEW first_of_loop AS SELECT (SELECT count(*)::int FROM pg_class) AS x, (SELECT max(u.y) FROM (SELECT 'b' COLLATE "C" AS y) u) AS y
