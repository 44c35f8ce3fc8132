package dev.migrator.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.CatalogComparison;
import dev.migrator.catalog.CatalogDiff;
import dev.migrator.catalog.CatalogObject;
import dev.migrator.catalog.CatalogReader;
import dev.migrator.catalog.Fingerprints;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.catalog.SchemaScript;
import dev.migrator.catalog.Statement;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TablespacesTest {

    /** Tablespaces in the data directory, for tests, are new in 15. */
    static List<Integer> majors() {
        return TestPostgres.majors().stream().filter(major -> major >= 15).toList();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void everyObjectThatHasAPlaceOfItsOwnComesBackThere(int major) throws Exception {
        TestPostgres server = TestPostgres.of(major);
        String fast = server.createTablespace("Fast \"disk\"");
        RoundTrip trip = RoundTrip.of(server, """
                CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, n text, span int4range) TABLESPACE %1$s;
                ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (id) WITH (fillfactor = 70) USING INDEX TABLESPACE %1$s DEFERRABLE;
                ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING gist (span WITH &&) USING INDEX TABLESPACE %1$s WHERE (id > 5);
                CREATE INDEX ix ON t (lower(n)) TABLESPACE %1$s WHERE id > 7; ALTER TABLE t CLUSTER ON pk;
                CREATE INDEX here ON t (n);
                CREATE MATERIALIZED VIEW m TABLESPACE %1$s AS SELECT n FROM t; CREATE UNIQUE INDEX mi ON m (n) TABLESPACE %1$s;
                CREATE TABLE p (id int, n int) PARTITION BY RANGE (id) TABLESPACE %1$s;
                CREATE INDEX pi ON p (n) TABLESPACE %1$s;
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9) TABLESPACE pg_default;
                CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (9) TO (19);
                CREATE UNLOGGED TABLE u (id int) TABLESPACE %1$s""".formatted(SqlText.name(fast)));
        trip.isFaithful();
        for (String id : List.of(
                "table public.t",
                "constraint public.t.pk",
                "constraint public.t.ex",
                "index public.t.ix",
                "materialized view public.m",
                "index public.m.mi",
                "table public.p",
                "index public.p.pi",
                "table public.p2",
                "index public.p1.p1_n_idx",
                "table public.u")) {
            assertThat(trip.object(id).tablespace()).as(id).isEqualTo(fast);
        }
        for (String id : List.of("index public.t.here", "table public.p1")) {
            assertThat(trip.object(id).tablespace()).as(id).isNull();
        }
    }

    @Test
    void aTableIsMovedWhileItIsEmptyAndAnIndexIsBuiltInItsPlace() throws Exception {
        String fast = TestPostgres.newest().createTablespace("fast");
        RoundTrip trip = RoundTrip.of(
                "CREATE TABLE t (id int) TABLESPACE " + fast + "; CREATE INDEX i ON t (id) TABLESPACE " + fast);
        assertThat(trip.original()
                        .plan()
                        .without(Aspect.OWNER, Aspect.PRIVILEGES)
                        .statements())
                .extracting(Statement::sql)
                .containsSubsequence(
                        "CREATE TABLE public.t (\n    id integer\n)",
                        "ALTER TABLE public.t SET TABLESPACE " + fast,
                        "SET default_tablespace = " + fast,
                        "CREATE INDEX i ON public.t USING btree (id)",
                        "SET default_tablespace = ''");
    }

    @Test
    void inAScriptNothingElseIsMadeWhereAnIndexIs() throws Exception {
        String fast = TestPostgres.newest().createTablespace("fast");
        Database database = RoundTrip.databaseWith(TestPostgres.newest(), """
                CREATE TABLE t (id int); CREATE INDEX b ON t (id) TABLESPACE %1$s; CREATE INDEX a ON t (id); CREATE INDEX c ON t (id);
                CREATE MATERIALIZED VIEW m AS SELECT id FROM t; CREATE INDEX mb ON m (id) TABLESPACE %1$s; CREATE INDEX ma ON m (id)""".formatted(fast));
        String script = SchemaScript.of(CatalogReader.read(database));
        for (String create : List.of("b ON public.t", "mb ON public.m")) {
            assertThat(script)
                    .contains("SET default_tablespace = " + fast + ";\nCREATE INDEX " + create
                            + " USING btree (id);\nSET default_tablespace = '';\n");
        }
        Database again = TestPostgres.newest().createDatabase("again");
        RoundTrip.run(again, script);
        assertThat(RoundTrip.read(again).objects())
                .containsExactlyElementsOf(RoundTrip.read(database).objects());
    }

    @Test
    void anotherTablespaceIsADifferenceThatCanBeLeftOut() throws Exception {
        String fast = TestPostgres.newest().createTablespace("fast");
        Catalog before = RoundTrip.of("CREATE TABLE t (id int)").original();
        Catalog after =
                RoundTrip.of("CREATE TABLE t (id int) TABLESPACE " + fast).original();

        CatalogDiff diff = CatalogComparison.byText().compare(before, after);

        assertThat(diff.changed()).singleElement().satisfies(change -> {
            assertThat(change.aspects()).containsExactly(Aspect.TABLESPACE);
            assertThat(change.after()).extracting(CatalogObject::tablespace).isEqualTo(fast);
        });
        assertThat(CatalogComparison.byText()
                        .ignoring(Aspect.TABLESPACE)
                        .compare(before, after)
                        .isEmpty())
                .isTrue();
        assertThat(Fingerprints.of(before).differing(Fingerprints.of(after))).hasToString("[table public.t]");
    }
}
