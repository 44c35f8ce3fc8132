-- CREATE FUNCTION, CREATE PROCEDURE and ALTER of both: arguments, results, languages, every attribute.
CREATE FUNCTION no_arguments() RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION "Odd function"("Odd argument" int, text) RETURNS text LANGUAGE sql AS 'SELECT $2';
CREATE FUNCTION arguments(IN a int, INOUT b int, OUT c text, VARIADIC d int[] DEFAULT '{}') LANGUAGE plpgsql AS 'BEGIN c := a; END';
CREATE FUNCTION defaults(a int DEFAULT 1 + 1, b text DEFAULT 'it''s', c timestamptz DEFAULT now(), d text[] DEFAULT ARRAY['a']) RETURNS int LANGUAGE sql RETURN a;
CREATE FUNCTION as_table(a int) RETURNS TABLE (x int, "Odd y" numeric(5,2)) LANGUAGE sql AS 'SELECT 1, 2.0';
CREATE FUNCTION as_set(varchar(7)) RETURNS SETOF numeric(5,2) LANGUAGE sql AS 'SELECT 1.0';
CREATE FUNCTION as_record(OUT x int, OUT y int) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION overloaded(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION overloaded(text) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION polymorphic(a anyelement, b anyarray, OUT c anycompatible, d anycompatible) LANGUAGE sql AS 'SELECT d';
CREATE FUNCTION everything(a int) RETURNS SETOF int LANGUAGE plpgsql IMMUTABLE LEAKPROOF STRICT SECURITY DEFINER PARALLEL SAFE COST 12.5 ROWS 7
    SUPPORT generate_series_int4_support SET search_path = pg_catalog, "Odd schema" SET work_mem = '8MB' SET datestyle TO iso, dmy AS $odd$BEGIN RETURN NEXT a; -- $$ it's
END$odd$;
CREATE FUNCTION stable_one() RETURNS int LANGUAGE sql STABLE PARALLEL RESTRICTED CALLED ON NULL INPUT SECURITY INVOKER AS 'SELECT 1';
CREATE FUNCTION changed() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION changed() STABLE LEAKPROOF STRICT PARALLEL SAFE COST 5 SECURITY DEFINER;
ALTER FUNCTION changed() SET lock_timeout TO 5;
ALTER FUNCTION changed() SET search_path FROM CURRENT;
CREATE FUNCTION window_one() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE AS 'window_row_number';
CREATE FUNCTION in_c(cstring) RETURNS int LANGUAGE internal STRICT AS 'int4in';
CREATE FUNCTION from_library(internal) RETURNS internal LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TABLE t (a int, b text);
CREATE FUNCTION of_row(t) RETURNS t LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION of_type(t.a%TYPE) RETURNS t.b%TYPE LANGUAGE sql AS 'SELECT ''x''';
CREATE FUNCTION atomic_one(x int) RETURNS SETOF t LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (x, 'y'); SELECT a, b FROM t WHERE a = x; END;
CREATE FUNCTION returning_one(x int, y int DEFAULT 2) RETURNS int LANGUAGE sql IMMUTABLE RETURN x + y;
CREATE FUNCTION of_atomic() RETURNS int LANGUAGE sql RETURN returning_one(1);
CREATE PROCEDURE plain_procedure() LANGUAGE sql AS '';
CREATE PROCEDURE "Odd procedure"(IN a int, INOUT b text DEFAULT 'x', VARIADIC c int[] DEFAULT '{1}') LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS 'BEGIN COMMIT; END';
CREATE PROCEDURE out_procedure(OUT a int, IN b int) LANGUAGE plpgsql AS 'BEGIN a := b; END';
CREATE PROCEDURE atomic_procedure(x int) LANGUAGE sql BEGIN ATOMIC DELETE FROM t WHERE a = x; UPDATE t SET b = 'z'; END;
