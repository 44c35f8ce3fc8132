-- CREATE INDEX and ALTER INDEX: every access method with its parameters, every clause of a column.
CREATE TABLE t (a int, b text, c int[], d point, e tsvector, f jsonb, g inet, h int4range, i timestamptz, j text COLLATE "C");
CREATE INDEX ON t (a);
CREATE UNIQUE INDEX "Odd index" ON t (a, b);
CREATE INDEX directions ON t (a ASC NULLS FIRST, b DESC, j DESC NULLS LAST);
CREATE INDEX collated ON t (b COLLATE "C", j COLLATE "POSIX");
CREATE INDEX classed ON t (b text_pattern_ops, j varchar_pattern_ops);
CREATE INDEX covering ON t (a) INCLUDE (b, i);
CREATE INDEX expressions ON t (lower(b), (a + 1) DESC, (b || j) COLLATE "C" text_pattern_ops, abs(a));
CREATE INDEX partial ON t (a) WHERE a > 0 AND b IS NOT NULL;
CREATE UNIQUE INDEX partial_expression ON t ((a % 2)) WHERE lower(b) = 'x';
CREATE INDEX parameters ON t USING btree (i) WITH (fillfactor = 55, deduplicate_items = off);
CREATE INDEX hashed ON t USING hash (b) WITH (fillfactor = 60);
CREATE INDEX gist ON t USING gist (d) WITH (fillfactor = 65, buffering = on);
CREATE INDEX gist_parameters ON t USING gist (e tsvector_ops (siglen = 100));
CREATE INDEX gin ON t USING gin (f) WITH (fastupdate = off, gin_pending_list_limit = 128);
CREATE INDEX gin_class ON t USING gin (f jsonb_path_ops, c);
CREATE INDEX spgist ON t USING spgist (g) WITH (fillfactor = 75);
CREATE INDEX spgist_class ON t USING spgist (d kd_point_ops) INCLUDE (a);
CREATE INDEX brin ON t USING brin (i, a) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX brin_parameters ON t USING brin (a int4_minmax_multi_ops (values_per_range = 16), b text_bloom_ops (n_distinct_per_range = 100, false_positive_rate = 0.05));
ALTER INDEX expressions ALTER COLUMN 1 SET STATISTICS 500, ALTER COLUMN 2 SET STATISTICS 0;
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE UNIQUE INDEX m_a ON m (a);
ALTER MATERIALIZED VIEW m CLUSTER ON m_a;
CREATE ACCESS METHOD "Odd tree" TYPE INDEX HANDLER gisthandler;
CREATE OPERATOR CLASS odd_ops DEFAULT FOR TYPE box USING "Odd tree" AS OPERATOR 3 &&, OPERATOR 6 ~=, OPERATOR 7 @>,
    FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal);
CREATE TABLE boxes (a box);
CREATE INDEX by_method ON boxes USING "Odd tree" (a)
