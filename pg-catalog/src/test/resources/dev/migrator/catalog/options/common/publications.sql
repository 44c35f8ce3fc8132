-- CREATE PUBLICATION.
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE TABLE heir () INHERITS (t);
CREATE TABLE parts (k int) PARTITION BY LIST (k);
CREATE TABLE part_1 PARTITION OF parts FOR VALUES IN (1);
CREATE PUBLICATION empty;
CREATE PUBLICATION "Odd publication" FOR TABLE t, parts WITH (publish = 'insert, truncate', publish_via_partition_root = true);
CREATE PUBLICATION only_one FOR TABLE ONLY t WITH (publish = 'delete, update');
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION nothing FOR ALL TABLES WITH (publish = '');
ALTER PUBLICATION empty OWNER TO pg_monitor;
ALTER PUBLICATION only_one ADD TABLE part_1
