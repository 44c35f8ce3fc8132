-- Foreign-data wrappers, servers, user mappings, foreign tables.
CREATE FUNCTION validate(text[], oid) RETURNS bool LANGUAGE sql AS 'SELECT true';
CREATE EXTENSION postgres_fdw;
CREATE FOREIGN DATA WRAPPER bare;
CREATE FOREIGN DATA WRAPPER "Odd wrapper" HANDLER postgres_fdw_handler VALIDATOR validate OPTIONS (debug 'it''s', "Odd option" 'a\b');
CREATE FOREIGN DATA WRAPPER no_handler NO HANDLER NO VALIDATOR OPTIONS (x '1');
CREATE SERVER bare FOREIGN DATA WRAPPER bare;
CREATE SERVER "Odd server" TYPE 'odd''s' VERSION '1.2' FOREIGN DATA WRAPPER "Odd wrapper" OPTIONS (host 'db', "Odd option" '');
CREATE USER MAPPING FOR PUBLIC SERVER bare;
CREATE USER MAPPING FOR pg_monitor SERVER "Odd server" OPTIONS (user 'u', "Odd option" 'x y');
CREATE USER MAPPING FOR CURRENT_USER SERVER bare OPTIONS (user 'me');
CREATE FOREIGN TABLE no_columns () SERVER bare;
CREATE FOREIGN TABLE "Odd table" (a int OPTIONS (column_name 'A', "Odd option" '1') NOT NULL, b text COLLATE "C" DEFAULT 'x', c int CHECK (c > 0), d int GENERATED ALWAYS AS (a * 2) STORED, CONSTRAINT own CHECK (a < c) NO INHERIT)
    SERVER "Odd server" OPTIONS (table_name 'there', "Odd option" 'it''s');
ALTER FOREIGN TABLE "Odd table" ALTER a SET STATISTICS 7, ALTER b SET STORAGE EXTERNAL, ALTER c SET (n_distinct = 5), ADD CONSTRAINT later CHECK (c <> 5) NOT VALID;
CREATE TABLE parent (a int, b text);
CREATE FOREIGN TABLE heir (c int) INHERITS (parent) SERVER bare;
CREATE FOREIGN TABLE adopted (a int, b text) SERVER bare;
ALTER FOREIGN TABLE adopted INHERIT parent;
CREATE TABLE parts (k int, v text DEFAULT 'p') PARTITION BY LIST (k);
CREATE FOREIGN TABLE part_1 PARTITION OF parts (v DEFAULT 'own' NOT NULL) FOR VALUES IN (1) SERVER bare OPTIONS (x 'y');
CREATE FOREIGN TABLE part_default PARTITION OF parts DEFAULT SERVER bare;
CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER fires BEFORE INSERT ON "Odd table" FOR EACH ROW EXECUTE FUNCTION fire();
ALTER FOREIGN TABLE "Odd table" DISABLE TRIGGER fires
