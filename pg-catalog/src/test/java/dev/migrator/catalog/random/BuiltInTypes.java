package dev.migrator.catalog.random;

import static dev.migrator.catalog.random.Type.Family.ARRAY;
import static dev.migrator.catalog.random.Type.Family.BOOLEAN;
import static dev.migrator.catalog.random.Type.Family.BOX;
import static dev.migrator.catalog.random.Type.Family.DAY;
import static dev.migrator.catalog.random.Type.Family.HASHED;
import static dev.migrator.catalog.random.Type.Family.JSON;
import static dev.migrator.catalog.random.Type.Family.NETWORK;
import static dev.migrator.catalog.random.Type.Family.NUMBER;
import static dev.migrator.catalog.random.Type.Family.OPAQUE;
import static dev.migrator.catalog.random.Type.Family.POINT;
import static dev.migrator.catalog.random.Type.Family.RANGE;
import static dev.migrator.catalog.random.Type.Family.SEARCH;
import static dev.migrator.catalog.random.Type.Family.SORTED;
import static dev.migrator.catalog.random.Type.Family.TEXT;

import java.util.List;

/** PostgreSQL's own types, with and without modifiers. */
final class BuiltInTypes {

    static final Type INTEGER = new Type("integer", NUMBER, "1", "7", "-3");
    static final Type TEXTUAL = new Type("text", TEXT, "a", "b", "it's \\ 100%", "");
    static final Type TRUTH = new Type("boolean", BOOLEAN, "true", "false");

    /** What keys are usually made of. */
    static final List<Type> COMMON = List.of(
            INTEGER,
            TEXTUAL,
            TRUTH,
            new Type("bigint", NUMBER, "1", "-9000000000"),
            new Type("numeric(7,2)", NUMBER, "1.5", "0"),
            new Type("character varying(20)", TEXT, "A", "B"),
            new Type("varchar", TEXT, "A", "B"),
            new Type("date", DAY, "2020-02-29", "2000-01-01"),
            new Type("timestamp", DAY, "2020-02-29 12:00:01.5"));

    static final List<Type> OTHERS = List.of(
            new Type("smallint", NUMBER, "1", "2"),
            new Type("real", NUMBER, "1.5", "1e20"),
            new Type("double precision", NUMBER, "0.1", "-1e-7"),
            new Type("numeric", NUMBER, "1", "0.00"),
            new Type("money", SORTED, "1.00"),
            new Type("character(3)", TEXT, "x", "abc"),
            new Type("\"char\"", SORTED, "x"),
            new Type("name", SORTED, "x"),
            new Type("bytea", SORTED, "\\x00ff", "abc"),
            new Type("time(3) without time zone", SORTED, "12:30:00.125"),
            new Type("time with time zone", SORTED, "12:30:00+02"),
            new Type("timestamp(0) with time zone", SORTED, "2020-02-29 12:00:01+00"),
            new Type("timestamptz", SORTED, "2020-02-29 12:00:01.123456+00"),
            new Type("interval", SORTED, "1 year 2 mons 3 days 04:05:06.7"),
            new Type("interval day to second(2)", SORTED, "3 days 04:05:06.7"),
            new Type("interval year", SORTED, "3 years"),
            new Type("uuid", SORTED, "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
            new Type("macaddr", SORTED, "08:00:2b:01:02:03"),
            new Type("macaddr8", SORTED, "08:00:2b:01:02:03:04:05"),
            new Type("bit(3)", SORTED, "101"),
            new Type("bit varying(5)", SORTED, "10"),
            new Type("pg_lsn", SORTED, "16/B374D848"),
            new Type("oid", SORTED, "1"),
            new Type("inet", NETWORK, "10.0.0.1/8", "::1"),
            new Type("cidr", NETWORK, "10.0.0.0/8"),
            new Type("int4range", RANGE, "[1,5)", "empty"),
            new Type("numrange", RANGE, "(,1.5]"),
            new Type("tsrange", RANGE, "[2020-01-01,2021-01-01)"),
            new Type("daterange", RANGE, "[2020-01-01,2021-01-01)"),
            new Type("int8multirange", SORTED, "{[1,3),[5,7)}"),
            new Type("integer[]", ARRAY, "{1,2}", "{}"),
            new Type("text[]", ARRAY, "{a,\"b c\",NULL}", "{}"),
            new Type("numeric(5,1)[][]", ARRAY, "{{1.5},{2}}"),
            new Type("jsonb", JSON, "{\"a\": [1, null]}", "[]"),
            new Type("json", OPAQUE, "{\"a\" :  1}"),
            new Type("jsonpath", OPAQUE, "$.a[*] ? (@ > 1)"),
            new Type("tsvector", SEARCH, "'fat':2 'cat':3A"),
            new Type("tsquery", SORTED, "'fat' & !'rat'"),
            new Type("xid", HASHED, "5"),
            new Type("box", BOX, "(1,1),(0,0)"),
            new Type("point", POINT, "(1,2)"),
            new Type("circle", OPAQUE, "<(1,2),3>"),
            new Type("polygon", OPAQUE, "((0,0),(1,1),(1,0))"),
            new Type("path", OPAQUE, "[(0,0),(1,1)]"),
            new Type("lseg", OPAQUE, "[(0,0),(1,1)]"),
            new Type("line", OPAQUE, "{1,2,3}"),
            new Type("regclass", SORTED, "pg_catalog.pg_class"));

    private BuiltInTypes() {}
}
