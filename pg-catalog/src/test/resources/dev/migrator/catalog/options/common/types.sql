-- CREATE TYPE in all its forms, CREATE DOMAIN.
CREATE TYPE no_labels AS ENUM ();
CREATE TYPE "Odd enum" AS ENUM ('first', 'it''s', 'Last one');
ALTER TYPE "Odd enum" ADD VALUE 'middle' BEFORE 'Last one';
ALTER TYPE "Odd enum" RENAME VALUE 'first' TO 'very first';
CREATE TYPE no_attributes AS ();
CREATE TYPE "Odd composite" AS ("Odd one" int, b text COLLATE "C", c numeric(5,2)[], d "Odd enum");
ALTER TYPE "Odd composite" DROP ATTRIBUTE "Odd one", ADD ATTRIBUTE e timestamp(3);
CREATE TYPE nested AS (inner_one "Odd composite", many "Odd composite"[]);
CREATE DOMAIN plain AS text;
CREATE DOMAIN "Odd domain" AS varchar(10) COLLATE "C" DEFAULT 'x' || 'y' NOT NULL CONSTRAINT "Odd check" CHECK (VALUE <> '') CHECK (length(VALUE) > 0);
CREATE DOMAIN later AS int;
ALTER DOMAIN later ADD CONSTRAINT not_yet CHECK (VALUE > 0) NOT VALID;
CREATE DOMAIN of_domain AS later DEFAULT 7;
CREATE DOMAIN of_array AS int[] CHECK (array_length(VALUE, 1) > 0);
CREATE DOMAIN of_composite AS "Odd composite" CHECK ((VALUE).e IS NOT NULL);
CREATE TABLE holder (a plain, b "Odd domain"[], c of_composite, d "Odd enum"[]);

CREATE TYPE simple_range AS RANGE (SUBTYPE = float8);
CREATE FUNCTION text_difference(text, text) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT 1.0';
CREATE TYPE "Odd range" AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C", SUBTYPE_DIFF = text_difference, MULTIRANGE_TYPE_NAME = "Odd ranges");
CREATE TYPE canonical_range;
CREATE FUNCTION canonical_one(canonical_range) RETURNS canonical_range LANGUAGE internal STRICT IMMUTABLE AS 'int4range_canonical';
CREATE TYPE canonical_range AS RANGE (SUBTYPE = int, CANONICAL = canonical_one, SUBTYPE_DIFF = int4range_subdiff);
CREATE TABLE ranges (a simple_range, b "Odd ranges", c canonical_range[]);

CREATE TYPE shell;
CREATE TYPE "Odd base";
CREATE FUNCTION base_in(cstring) RETURNS "Odd base" LANGUAGE internal STRICT IMMUTABLE AS 'textin';
CREATE FUNCTION base_out("Odd base") RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'textout';
CREATE FUNCTION base_receive(internal) RETURNS "Odd base" LANGUAGE internal STRICT IMMUTABLE AS 'textrecv';
CREATE FUNCTION base_send("Odd base") RETURNS bytea LANGUAGE internal STRICT IMMUTABLE AS 'textsend';
CREATE FUNCTION base_modifier_in(cstring[]) RETURNS int LANGUAGE internal STRICT IMMUTABLE AS 'varchartypmodin';
CREATE FUNCTION base_modifier_out(int) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'varchartypmodout';
CREATE FUNCTION base_analyze(internal) RETURNS bool LANGUAGE internal STRICT AS 'array_typanalyze';
CREATE FUNCTION base_subscript(internal) RETURNS internal LANGUAGE internal STRICT IMMUTABLE AS 'jsonb_subscript_handler';
CREATE TYPE "Odd base" (INPUT = base_in, OUTPUT = base_out, RECEIVE = base_receive, SEND = base_send, TYPMOD_IN = base_modifier_in, TYPMOD_OUT = base_modifier_out, ANALYZE = base_analyze, SUBSCRIPT = base_subscript,
    INTERNALLENGTH = VARIABLE, ALIGNMENT = double, STORAGE = external, CATEGORY = 'S', PREFERRED = true, DEFAULT = 'it''s', DELIMITER = ';', COLLATABLE = true);
CREATE TYPE fixed;
CREATE FUNCTION fixed_in(cstring) RETURNS fixed LANGUAGE internal STRICT IMMUTABLE AS 'int8in';
CREATE FUNCTION fixed_out(fixed) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'int8out';
CREATE TYPE fixed (INPUT = fixed_in, OUTPUT = fixed_out, INTERNALLENGTH = 8, PASSEDBYVALUE, ALIGNMENT = double);
CREATE TYPE liked;
CREATE FUNCTION liked_in(cstring) RETURNS liked LANGUAGE internal STRICT IMMUTABLE AS 'point_in';
CREATE FUNCTION liked_out(liked) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'point_out';
CREATE TYPE liked (INPUT = liked_in, OUTPUT = liked_out, LIKE = point, ELEMENT = float8);
CREATE TABLE bases (a "Odd base"(5) COLLATE "C", b fixed[], c liked);
ALTER TYPE fixed SET (SEND = NONE, RECEIVE = NONE)
