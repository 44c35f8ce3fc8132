package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogReaderTest {

    private static final String READER = """
            DO $$BEGIN CREATE ROLE catalog_reader LOGIN PASSWORD 'reader'; EXCEPTION WHEN duplicate_object THEN END$$;
            GRANT pg_read_all_data TO catalog_reader;""";

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aRoleThatMayOnlyReadSeesTheSameCatalogAsASuperuser(int major) throws Exception {
        TestPostgres server = TestPostgres.of(major);
        Database database = RoundTrip.databaseWith(server, READER + """
                CREATE SCHEMA closed; CREATE TABLE closed.t (id int PRIMARY KEY); CREATE EXTENSION hstore;
                CREATE VIEW closed.v AS SELECT id FROM closed.t""");
        Catalog restricted = RoundTrip.read(server.database(database.name(), "catalog_reader", "reader"));
        assertThat(restricted).isEqualTo(RoundTrip.read(database));
    }

    @Test
    void marksThatAnIndexOrAKeyGoesWithAnExtensionAreKept() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE EXTENSION hstore; CREATE TABLE t (x int PRIMARY KEY); CREATE INDEX i ON t (x);
                ALTER INDEX i DEPENDS ON EXTENSION hstore; ALTER INDEX t_pkey DEPENDS ON EXTENSION hstore""");
        trip.isFaithful();
        assertThat(trip.object("index public.t.i").definition().text())
                .endsWith("ALTER INDEX public.i DEPENDS ON EXTENSION hstore");
        assertThat(trip.object("constraint public.t.t_pkey").definition().text())
                .endsWith("ALTER INDEX public.t_pkey DEPENDS ON EXTENSION hstore");
    }

    @Test
    void rowsInTablesOfExtensionsThatAreTheUsersAreNamed() throws Exception {
        Database database = RoundTrip.databaseWith(TestPostgres.newest(), """
                CREATE EXTENSION hstore; CREATE TABLE settings (k text); CREATE SEQUENCE counter;
                ALTER EXTENSION hstore ADD TABLE settings; ALTER EXTENSION hstore ADD SEQUENCE counter;
                UPDATE pg_extension SET extconfig = ARRAY['settings'::regclass, 'counter'::regclass]::oid[],
                    extcondition = ARRAY['WHERE k <> ''built-in''', ''] WHERE extname = 'hstore'""");
        Catalog catalog = RoundTrip.read(database);
        assertThat(catalog.configurations())
                .containsExactly(
                        new ExtensionConfiguration(
                                "hstore", ObjectId.of(ObjectKind.SEQUENCE, "public", "counter"), null),
                        new ExtensionConfiguration(
                                "hstore",
                                ObjectId.of(ObjectKind.TABLE, "public", "settings"),
                                "WHERE k <> 'built-in'"));
        assertThat(catalog.tables()).isEmpty();
    }

    @Test
    void asksNoMoreQueriesOfAHundredObjectsThanOfOne() throws Exception {
        String many = IntStream.range(0, 100).mapToObj(i -> """
                        CREATE TABLE t%1$d (id serial PRIMARY KEY, n int DEFAULT 1 CHECK (n > 0)); CREATE VIEW v%1$d AS SELECT id FROM t%1$d;
                        CREATE TYPE e%1$d AS ENUM ('x'); CREATE INDEX ON t%1$d (n); GRANT SELECT ON t%1$d TO pg_monitor;
                        CREATE FUNCTION f%1$d() RETURNS int LANGUAGE sql AS 'select 1'; COMMENT ON COLUMN t%1$d.n IS 'n';""".formatted(i)).collect(Collectors.joining("\n"));
        assertThat(queriesToRead(many)).isEqualTo(queriesToRead("CREATE TABLE t (id int)"));
    }

    private static int queriesToRead(String script) throws Exception {
        Database database = RoundTrip.databaseWith(TestPostgres.newest(), script);
        RecordedQueries recorded = new RecordedQueries();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            CatalogReader.read(recorded.of(connection));
        }
        return recorded.texts().size();
    }
}
