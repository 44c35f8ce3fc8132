package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.SequenceState;
import dev.migrator.profile.manifest.TableContent;
import dev.migrator.testing.TestPostgres;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/** Which rows a snapshot holds of each sort of table, read back from the store. */
class CapturedRowsTest {

    @TempDir
    private Path folder;

    private CaptureRoom room;

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @BeforeEach
    void openStore() {
        room = new CaptureRoom(folder);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void everyKindOfValueCopiesBackAsItWas(int major) throws Exception {
        Database source = CaptureRoom.source(major);
        Sql.run(source, """
                CREATE TYPE app.state AS ENUM ('new', 'in "work"', 'it''s done');
                CREATE TYPE app.pair AS (a int, b text);
                CREATE DOMAIN app.code AS text CHECK (VALUE <> '');
                CREATE TABLE app.kinds (
                    id int PRIMARY KEY, t text, v varchar(20), c char(5), n numeric, f8 float8, f4 float4, b bool, by bytea,
                    j json, jb jsonb, ts timestamp, tz timestamptz, i interval, d date, u uuid, ta text[], ia int[][],
                    e app.state, p app.pair, pa app.pair[], dom app.code, r int4range, ip inet, m money, x xml, bt bit(3));
                INSERT INTO app.kinds VALUES
                    (1, E'tab\\there\\nnew line \\\\ backslash \\r return', 'ümläut 😀', 'ab', 1e-20, 'NaN', 1.1, true, '\\x00ff5c0a',
                     '{"a": [1, "\\\\u0041"]}', '{"k": null}', 'infinity', '2024-02-29 12:00:00.123456+02', '1 year -3 days 04:05:06.7',
                     '0044-03-15 BC', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', ARRAY['a,b', NULL, '', 'q"q', E'\\\\'],
                     '{{1,2},{3,NULL}}', 'in "work"', '(1,"x, y")', ARRAY[ROW(1,'z')::app.pair, NULL], 'c', '[1,5)', '10.0.0.1/8',
                     12.34, '<a>&amp;</a>', B'101');
                INSERT INTO app.kinds (id, t) VALUES (2, ''), (3, NULL), (4, '\\N'), (5, '\\.');
                INSERT INTO app.kinds (id, t) SELECT 6, string_agg(chr(code), '') FROM generate_series(1, 55000) code;""");

        Manifest manifest = room.capture(source).manifest();

        assertThat(roundTripDifferences(source, manifest, "app.kinds")).isEqualTo("0");
        assertThat(CaptureRoom.table(manifest, "app.kinds").rows()).isEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void generatedColumnsAreLeftOutAndTablesWithoutColumnsKeepTheirRows(int major) {
        Database source = CaptureRoom.source(major);
        Sql.run(
                source,
                "CREATE TABLE app.none ()",
                "INSERT INTO app.none SELECT FROM generate_series(1, 3)",
                "CREATE TABLE app.computed (a int, twice int GENERATED ALWAYS AS (a * 2) STORED, b int)",
                "INSERT INTO app.computed VALUES (1, DEFAULT, 3)",
                "CREATE TABLE app.empty (id int)");

        Manifest manifest = room.capture(source).manifest();

        assertThat(room.text(manifest, "app.none")).isEqualTo("\n\n\n");
        assertThat(CaptureRoom.table(manifest, "app.none").columns()).isEmpty();
        assertThat(room.text(manifest, "app.computed")).isEqualTo("1\t3\n");
        assertThat(CaptureRoom.table(manifest, "app.computed").columns()).containsExactly("a", "b");
        assertThat(CaptureRoom.table(manifest, "app.empty")).satisfies(empty -> {
            assertThat(empty.rows()).isZero();
            assertThat(empty.chunks()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("majors")
    void partitionsAndHeirsAreTablesOfTheirOwnAndNoRowComesTwice(int major) {
        Database source = CaptureRoom.source(major);
        Sql.run(
                source,
                "CREATE TABLE app.event (id int, at date) PARTITION BY RANGE (at)",
                "CREATE TABLE app.event_23 PARTITION OF app.event FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')",
                "CREATE TABLE app.event_24 PARTITION OF app.event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
                "INSERT INTO app.event VALUES (1, '2023-05-05'), (2, '2024-05-05')",
                "CREATE TABLE app.person (name text)",
                "CREATE TABLE app.worker (wage int) INHERITS (app.person)",
                "INSERT INTO app.person VALUES ('Ada')",
                "INSERT INTO app.worker VALUES ('Bob', 7)");

        Manifest manifest = room.capture(source).manifest();

        assertThat(manifest.tables())
                .extracting(TableContent::name)
                .containsExactly("event_23", "event_24", "person", "worker");
        assertThat(room.text(manifest, "app.event_23")).isEqualTo("1\t2023-05-05\n");
        assertThat(room.text(manifest, "app.person")).isEqualTo("Ada\n");
        assertThat(room.text(manifest, "app.worker")).isEqualTo("Bob\t7\n");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void rowsWhosePlaceDependsOnTheServerAreLoadedThroughTheirRoot(int major) {
        Database source = CaptureRoom.source(major);
        Sql.run(
                source,
                "CREATE TYPE app.state AS ENUM ('new', 'done')",
                "CREATE TABLE app.job (state app.state) PARTITION BY HASH (state)",
                "CREATE TABLE app.job_0 PARTITION OF app.job FOR VALUES WITH (MODULUS 1, REMAINDER 0)",
                "CREATE TABLE app.plain (id int)");

        Manifest manifest = room.capture(source).manifest();

        assertThat(CaptureRoom.table(manifest, "app.job_0").loadInto()).isEqualTo("\"app\".\"job\"");
        assertThat(CaptureRoom.table(manifest, "app.plain").loadInto()).isEqualTo("\"app\".\"plain\"");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aTableOfManyRangesIsTheSameAsOneOfOne(int major) throws Exception {
        Database source = CaptureRoom.source(major);
        // Pages that are filled by a tenth, so that few rows make many of them.
        Sql.run(
                source,
                "CREATE TABLE app.wide (id int, filler text) WITH (fillfactor = 10)",
                "INSERT INTO app.wide SELECT i, repeat('x', 400) || i FROM generate_series(1, 40000) i",
                "DELETE FROM app.wide WHERE id % 3 = 0");
        try (SnapshotSession session = SnapshotSession.open(source, Patience.USUAL)) {
            assertThat(SourceTables.of(session).get(0).ranges()).hasSizeGreaterThan(1);
        }

        Manifest manifest = room.capture(source).manifest();

        assertThat(roundTripDifferences(source, manifest, "app.wide")).isEqualTo("0");
        assertThat(CaptureRoom.table(manifest, "app.wide").rows()).isEqualTo(26_667);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void ofAnExtensionsTableTheUsersRowsComeAndOfItsSequenceTheValue(int major) {
        Database source = CaptureRoom.source(major);
        Sql.run(
                source,
                "CREATE TABLE app.settings (id int, builtin bool)",
                "INSERT INTO app.settings VALUES (1, true), (2, false)",
                "CREATE SEQUENCE app.counter",
                "SELECT nextval('app.counter')",
                """
                INSERT INTO pg_depend
                SELECT 'pg_class'::regclass, relation, 0, 'pg_extension'::regclass, e.oid, 0, 'e'
                FROM pg_extension e, unnest(ARRAY['app.settings'::regclass, 'app.counter']) relation
                WHERE extname = 'plpgsql'""",
                """
                UPDATE pg_extension
                SET extconfig = ARRAY['app.settings'::regclass::oid, 'app.counter'::regclass::oid],
                    extcondition = ARRAY['WHERE NOT builtin', '']
                WHERE extname = 'plpgsql'""");

        Manifest manifest = room.capture(source).manifest();

        assertThat(room.text(manifest, "app.settings")).isEqualTo("2\tf\n");
        assertThat(CaptureRoom.table(manifest, "app.settings").condition()).isEqualTo("WHERE NOT builtin");
        assertThat(manifest.sequences()).containsExactly(new SequenceState("app", "counter", 1, true));
    }

    /** Loads what was captured into an empty copy of the table and counts the rows that only one of the two has. */
    private String roundTripDifferences(Database source, Manifest manifest, String table) throws Exception {
        Sql.run(source, "CREATE TABLE public.again (LIKE " + table + ")");
        try (Connection connection = source.connect()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY public.again FROM STDIN", new ByteArrayInputStream(room.rows(manifest, table)));
        }
        return Sql.value(source, """
                SELECT count(*) FROM (
                    (SELECT o::text FROM %1$s o EXCEPT ALL SELECT a::text FROM public.again a)
                    UNION ALL
                    (SELECT a::text FROM public.again a EXCEPT ALL SELECT o::text FROM %1$s o)
                ) AS differences""".formatted(table));
    }
}
