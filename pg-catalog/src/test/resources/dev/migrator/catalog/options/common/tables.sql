-- CREATE TABLE and ALTER TABLE: what is said of a table as a whole.
CREATE SCHEMA "Odd ""schema""";
CREATE TABLE "Odd ""schema"""."Odd table" ("Odd column" int, "select" int);
CREATE TABLE no_columns ();
CREATE UNLOGGED TABLE unlogged (a int);
CREATE TABLE parameters (a text) WITH (
    fillfactor = 70, toast_tuple_target = 4080, parallel_workers = 3, user_catalog_table = true, log_autovacuum_min_duration = 1000,
    autovacuum_enabled = false, vacuum_index_cleanup = auto, vacuum_truncate = false,
    autovacuum_vacuum_threshold = 51, autovacuum_vacuum_scale_factor = 0.21, autovacuum_vacuum_insert_threshold = 1001,
    autovacuum_vacuum_insert_scale_factor = 0.11, autovacuum_analyze_threshold = 52, autovacuum_analyze_scale_factor = 0.12,
    autovacuum_vacuum_cost_delay = 2.5, autovacuum_vacuum_cost_limit = 201,
    autovacuum_freeze_min_age = 1000, autovacuum_freeze_max_age = 100001, autovacuum_freeze_table_age = 2000,
    autovacuum_multixact_freeze_min_age = 1001, autovacuum_multixact_freeze_max_age = 10001, autovacuum_multixact_freeze_table_age = 2001,
    toast.log_autovacuum_min_duration = 1001, toast.autovacuum_enabled = false, toast.vacuum_index_cleanup = off, toast.vacuum_truncate = true,
    toast.autovacuum_vacuum_threshold = 53, toast.autovacuum_vacuum_scale_factor = 0.22, toast.autovacuum_vacuum_insert_threshold = 1002,
    toast.autovacuum_vacuum_insert_scale_factor = 0.13, toast.autovacuum_vacuum_cost_delay = 3, toast.autovacuum_vacuum_cost_limit = 202,
    toast.autovacuum_freeze_min_age = 1003, toast.autovacuum_freeze_max_age = 100003, toast.autovacuum_freeze_table_age = 2003,
    toast.autovacuum_multixact_freeze_min_age = 1004, toast.autovacuum_multixact_freeze_max_age = 10004,
    toast.autovacuum_multixact_freeze_table_age = 2004);
CREATE ACCESS METHOD "Odd heap" TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE by_method (a int) USING "Odd heap" WITH (fillfactor = 80);

CREATE TYPE thing AS (a int, b text COLLATE "C", c numeric(5,2));
CREATE TABLE typed OF thing;
CREATE TABLE typed_with_options OF thing (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'x' NOT NULL, CHECK (c > 0));
CREATE TABLE became_typed (a int, b text COLLATE "C", c numeric(5,2));
ALTER TABLE became_typed OF thing;

CREATE TABLE parent (a int NOT NULL DEFAULT 1, b text CHECK (b <> ''), CONSTRAINT only_here CHECK (a < 9) NO INHERIT);
CREATE TABLE other_parent (b text, z int);
CREATE TABLE heir (a int DEFAULT 2, own int) INHERITS (parent, other_parent);
CREATE TABLE heir_of_heir () INHERITS (heir);
ALTER TABLE heir_of_heir ALTER b SET DEFAULT 'y', ALTER a DROP DEFAULT, ALTER z SET NOT NULL;
CREATE TABLE adopted (a int NOT NULL, b text CONSTRAINT parent_b_check CHECK (b <> ''), c int);
ALTER TABLE adopted INHERIT parent;
CREATE TABLE orphan () INHERITS (parent);
ALTER TABLE orphan NO INHERIT parent;
CREATE TABLE dropped (a int, b int, c int, d int);
ALTER TABLE dropped DROP COLUMN a, DROP COLUMN c, ADD COLUMN e int DEFAULT 7;
CREATE TABLE renamed (a int PRIMARY KEY, b serial, c int GENERATED ALWAYS AS IDENTITY);
ALTER TABLE renamed RENAME TO renamed_since;
ALTER TABLE renamed_since RENAME a TO x;

CREATE TABLE identified_full (a int);
ALTER TABLE identified_full REPLICA IDENTITY FULL;
CREATE TABLE identified_nothing (a int);
ALTER TABLE identified_nothing REPLICA IDENTITY NOTHING;
CREATE TABLE identified_index (a int NOT NULL, b int PRIMARY KEY);
CREATE UNIQUE INDEX "Odd identity" ON identified_index (a);
ALTER TABLE identified_index REPLICA IDENTITY USING INDEX "Odd identity";
CREATE TABLE identified_key (a int CONSTRAINT k PRIMARY KEY);
ALTER TABLE identified_key REPLICA IDENTITY USING INDEX k;
CREATE TABLE clustered (a int PRIMARY KEY, b int);
CREATE INDEX clustered_b ON clustered (b);
ALTER TABLE clustered CLUSTER ON clustered_b;
CREATE TABLE clustered_by_key (a int PRIMARY KEY);
ALTER TABLE clustered_by_key CLUSTER ON clustered_by_key_pkey;
CREATE TABLE secured (a int);
ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
CREATE TABLE forced (a int);
ALTER TABLE forced ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TABLE forced_only (a int);
ALTER TABLE forced_only FORCE ROW LEVEL SECURITY
