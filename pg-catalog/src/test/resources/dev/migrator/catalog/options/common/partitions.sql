-- PARTITION BY and PARTITION OF: every strategy, every bound, what a partition may have of its own.
CREATE EXTENSION hstore;
CREATE TABLE ranges (a int, b text COLLATE "C", at timestamptz NOT NULL, PRIMARY KEY (a, b)) PARTITION BY RANGE (a, b text_pattern_ops);
CREATE TABLE ranges_low PARTITION OF ranges FOR VALUES FROM (MINVALUE, MINVALUE) TO (10, 'm');
CREATE TABLE ranges_middle PARTITION OF ranges (at DEFAULT now(), CONSTRAINT own CHECK (a <> 11)) FOR VALUES FROM (10, 'm') TO (20, MAXVALUE) WITH (fillfactor = 50);
CREATE TABLE "Odd partition" PARTITION OF ranges DEFAULT;
CREATE TABLE lists (k text, v int GENERATED ALWAYS AS (length('x')) STORED, d int DEFAULT 3) PARTITION BY LIST (k COLLATE "C");
CREATE TABLE lists_some PARTITION OF lists FOR VALUES IN ('a', 'it''s', NULL);
CREATE UNLOGGED TABLE lists_unlogged PARTITION OF lists FOR VALUES IN ('u');
CREATE TABLE lists_default PARTITION OF lists DEFAULT PARTITION BY HASH (d);
CREATE TABLE lists_default_0 PARTITION OF lists_default FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE lists_default_1 PARTITION OF lists_default FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE by_expression (a int, b date) PARTITION BY RANGE (((a % 10)), (date_part('year', b)));
CREATE TABLE by_expression_1 PARTITION OF by_expression FOR VALUES FROM (0, MINVALUE) TO (5, 2020);
CREATE TABLE by_custom_class (a int) PARTITION BY HASH (a int4_ops);
CREATE TABLE no_partitions (a int) PARTITION BY LIST (a);

CREATE TABLE attached (gone int, v int, d int, k text COLLATE "C");
ALTER TABLE attached DROP COLUMN gone;
CREATE TABLE adopting (k text COLLATE "C", v int, d int) PARTITION BY LIST (k);
ALTER TABLE adopting ATTACH PARTITION attached FOR VALUES IN ('x');
CREATE TABLE let_go PARTITION OF adopting FOR VALUES IN ('y');
ALTER TABLE adopting DETACH PARTITION let_go;

CREATE INDEX ranges_at ON ranges (at DESC);
CREATE INDEX own ON ranges_low (b);
CREATE INDEX only_parent ON ONLY ranges (b);
CREATE INDEX only_parent_low ON ranges_low (b);
ALTER INDEX only_parent ATTACH PARTITION only_parent_low;
CREATE UNIQUE INDEX lists_k ON adopting (k);
ALTER INDEX ranges_low_at_idx RENAME TO "Odd part";
ALTER INDEX "Odd part" SET (fillfactor = 40);
CREATE TABLE referenced (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE referenced_1 PARTITION OF referenced FOR VALUES FROM (1) TO (10);
CREATE TABLE referencing (id int, ref int REFERENCES referenced ON DELETE CASCADE) PARTITION BY RANGE (id);
CREATE TABLE referencing_1 PARTITION OF referencing FOR VALUES FROM (1) TO (10);
CREATE TABLE referencing_2 (id int, ref int);
ALTER TABLE referencing_2 ADD FOREIGN KEY (ref) REFERENCES referenced;
CREATE TABLE plain_referencing (ref int REFERENCES referenced)
