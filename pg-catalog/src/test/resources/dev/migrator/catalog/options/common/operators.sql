-- CREATE OPERATOR, OPERATOR CLASS, OPERATOR FAMILY, CAST.
CREATE TYPE odd AS (x int);
CREATE SCHEMA ops;
CREATE FUNCTION lt(odd, odd) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x < ($2).x';
CREATE FUNCTION le(odd, odd) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x <= ($2).x';
CREATE FUNCTION eq(odd, odd) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x = ($2).x';
CREATE FUNCTION ne(odd, odd) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x <> ($2).x';
CREATE FUNCTION ge(odd, odd) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x >= ($2).x';
CREATE FUNCTION gt(odd, odd) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x > ($2).x';
CREATE FUNCTION cmp(odd, odd) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x - ($2).x';
CREATE FUNCTION hash(odd) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x';
CREATE FUNCTION hash(odd, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x + $2';
CREATE FUNCTION eq(odd, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x = $2';
CREATE FUNCTION cmp(odd, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x - $2';
CREATE FUNCTION neg(odd) RETURNS odd LANGUAGE sql IMMUTABLE AS 'SELECT row(-($1).x)::odd';
CREATE OPERATOR < (FUNCTION = lt, LEFTARG = odd, RIGHTARG = odd, COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR <= (FUNCTION = le, LEFTARG = odd, RIGHTARG = odd, COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
CREATE OPERATOR = (FUNCTION = eq, LEFTARG = odd, RIGHTARG = odd, COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR <> (PROCEDURE = ne, LEFTARG = odd, RIGHTARG = odd, COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel);
CREATE OPERATOR >= (FUNCTION = ge, LEFTARG = odd, RIGHTARG = odd, COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel);
CREATE OPERATOR > (FUNCTION = gt, LEFTARG = odd, RIGHTARG = odd, COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
CREATE OPERATOR ops.=== (FUNCTION = eq, LEFTARG = odd, RIGHTARG = int);
CREATE OPERATOR ops.!@# (FUNCTION = neg, RIGHTARG = odd);
CREATE OPERATOR ops.~> (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int, COMMUTATOR = OPERATOR(ops.~>));
CREATE OPERATOR FAMILY odd_family USING btree;
CREATE OPERATOR FAMILY ops."Odd family" USING hash;
CREATE OPERATOR CLASS odd_ops DEFAULT FOR TYPE odd USING btree FAMILY odd_family AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 cmp(odd, odd), FUNCTION 4 (odd, odd) btequalimage(oid);
ALTER OPERATOR FAMILY odd_family USING btree ADD OPERATOR 3 ops.=== (odd, int), FUNCTION 1 (odd, int) cmp(odd, int);
CREATE OPERATOR CLASS ops."Odd class" FOR TYPE odd USING hash FAMILY ops."Odd family" AS OPERATOR 1 =, FUNCTION 1 hash(odd), FUNCTION 2 (odd, odd) hash(odd, bigint);
CREATE OPERATOR CLASS own_family FOR TYPE odd USING btree AS OPERATOR 1 <, FUNCTION 1 cmp(odd, odd);
CREATE OPERATOR CLASS stored FOR TYPE point USING gist AS OPERATOR 11 |>>(point, point), OPERATOR 15 <->(point, point) FOR ORDER BY float_ops,
    FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal), FUNCTION 3 gist_point_compress(internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 8 (point, point) gist_point_distance(internal, point, smallint, oid, internal), STORAGE box;
CREATE TABLE t (a odd PRIMARY KEY, b odd);
CREATE INDEX ON t USING hash (b ops."Odd class");
CREATE INDEX ON t (b own_family DESC);

CREATE FUNCTION to_odd(int) RETURNS odd LANGUAGE sql IMMUTABLE AS 'SELECT row($1)::odd';
CREATE FUNCTION to_odd(text, int, bool) RETURNS odd LANGUAGE sql IMMUTABLE AS 'SELECT row($2)::odd';
CREATE CAST (int AS odd) WITH FUNCTION to_odd(int) AS IMPLICIT;
CREATE CAST (text AS odd) WITH FUNCTION to_odd(text, int, bool) AS ASSIGNMENT;
CREATE CAST (odd AS text) WITH INOUT AS ASSIGNMENT;
CREATE CAST (odd AS varchar) WITH INOUT;
CREATE TYPE mood AS ENUM ('x');
CREATE CAST (mood AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (xid8 AS bigint) WITHOUT FUNCTION
