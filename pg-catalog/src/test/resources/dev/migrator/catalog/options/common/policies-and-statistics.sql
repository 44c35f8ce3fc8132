-- CREATE POLICY, CREATE STATISTICS.
CREATE TABLE t (a int, b text, c date);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY for_all ON t;
CREATE POLICY "Odd policy" ON t AS RESTRICTIVE FOR ALL TO pg_monitor, pg_read_all_data, PUBLIC USING (a > 0 AND b = current_user) WITH CHECK (a < 9);
CREATE POLICY selecting ON t FOR SELECT TO pg_monitor, pg_read_all_data USING (true);
CREATE POLICY inserting ON t AS PERMISSIVE FOR INSERT TO PUBLIC WITH CHECK (EXISTS (SELECT FROM t o WHERE o.a = t.a));
CREATE POLICY updating ON t FOR UPDATE USING (a = 1) WITH CHECK (a = 2);
CREATE POLICY deleting ON t FOR DELETE USING (c < now());
CREATE STATISTICS all_kinds ON a, b FROM t;
CREATE STATISTICS "Odd statistics" (ndistinct) ON a, c FROM t;
CREATE STATISTICS dependencies_only (dependencies) ON b, c FROM t;
CREATE STATISTICS common_values (mcv, ndistinct) ON c, a, b FROM t;
CREATE STATISTICS expressions ON (a + 1), lower(b), c FROM t;
CREATE STATISTICS one_expression ON (a % 10) FROM t;
CREATE STATISTICS mixed (mcv) ON a, (b || 'x') FROM t;
ALTER STATISTICS all_kinds SET STATISTICS 0;
ALTER STATISTICS "Odd statistics" SET STATISTICS 100;
ALTER STATISTICS expressions SET STATISTICS -1;
CREATE SCHEMA other;
CREATE STATISTICS other.elsewhere ON a, b FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE STATISTICS of_view ON a, b FROM m
