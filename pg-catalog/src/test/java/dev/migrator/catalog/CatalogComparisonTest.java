package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogComparisonTest {

    /** Every form of which PostgreSQL's own text is no fixed point. */
    private static final String REWRITTEN = """
            CREATE TABLE t (id int, status varchar CHECK (status IN ('A', 'B')), d timestamp DEFAULT '2020-01-01');
            CREATE VIEW v AS SELECT id FROM t WHERE status IN ('A', 'B');
            CREATE INDEX partial ON t (id) WHERE status IN ('A', 'B');
            CREATE DOMAIN dom AS varchar CHECK (VALUE IN ('A', 'B'));""";

    @Test
    void withoutAServerTheyAreUndecided() throws Exception {
        RoundTrip trip = RoundTrip.of(REWRITTEN);
        CatalogDiff diff = CatalogComparison.byText().compare(trip.original(), trip.restored());
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.undecided())
                .extracting(change -> change.before().id().toString())
                .contains("view public.v", "constraint public.t.t_status_check");
    }

    @Test
    void namesWhatWasAddedRemovedAndChanged() throws Exception {
        Catalog before = catalog("CREATE TABLE gone (x int); CREATE TABLE kept (x int)");
        Catalog after = catalog("CREATE TABLE kept (x bigint); CREATE VIEW fresh AS SELECT 1 AS one");
        CatalogDiff diff = rereading().compare(before, after);
        assertThat(diff.added()).extracting(object -> object.id().toString()).containsExactly("view public.fresh");
        assertThat(diff.removed()).extracting(object -> object.id().toString()).containsExactly("table public.gone");
        assertThat(diff.changed()).singleElement().satisfies(change -> {
            assertThat(change.after().id()).hasToString("table public.kept");
            assertThat(change.aspects()).containsExactly(Aspect.DEFINITION);
        });
    }

    @Test
    void ownersPrivilegesAndCommentsAreComparedUnlessTheyAreIgnored() throws Exception {
        Catalog before = catalog("CREATE TABLE t (x int)");
        Catalog after = catalog("""
                CREATE TABLE t (x int); ALTER TABLE t OWNER TO pg_monitor; GRANT SELECT ON t TO PUBLIC; COMMENT ON COLUMN t.x IS 'x'""");
        assertThat(rereading().compare(before, after).changed()).singleElement().satisfies(change -> assertThat(
                        change.aspects())
                .containsOnly(Aspect.OWNER, Aspect.PRIVILEGES, Aspect.COMMENT));
        CatalogComparison blind =
                rereading().ignoring(Aspect.OWNER, Aspect.PRIVILEGES).ignoring(Aspect.COMMENT);
        assertThat(blind.compare(before, after).isEmpty()).isTrue();
    }

    @Test
    void leavesNoScratchDatabaseBehindEvenWhereADefinitionCannotBeRun() throws Exception {
        Catalog catalog = catalog(REWRITTEN);
        RoundTrip restored = RoundTrip.of(REWRITTEN);
        DdlPlan broken = new DdlPlan(List.of(new Statement(
                catalog.objects().get(0).id(), Phase.BEFORE_ROWS, Aspect.DEFINITION, "CREATE NONSENSE", List.of())));
        Catalog unreadable = new Catalog(
                catalog.server(),
                catalog.database(),
                catalog.objects(),
                broken,
                catalog.tables(),
                List.of(),
                List.of());
        assertThatThrownBy(() -> rereading().compare(unreadable, restored.restored()))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("schema public");
        assertThat(scratchDatabases()).isZero();
    }

    @Test
    void acrossMajorsStructureIsComparedAndTheRestIsListed() throws Exception {
        List<Integer> majors = TestPostgres.majors();
        TestPostgres oldest = TestPostgres.of(majors.get(0));
        TestPostgres newest = TestPostgres.newest();
        assumeTrue(oldest.major() < newest.major());
        String script = """
                CREATE TABLE t (id int PRIMARY KEY, d date, a int NOT NULL);
                CREATE VIEW v AS SELECT EXTRACT(year FROM d) AS year, current_schema AS s FROM t GROUP BY id""";
        Catalog before = RoundTrip.read(RoundTrip.databaseWith(oldest, script));
        Database upgraded = newest.createDatabase("upgraded");
        RoundTrip.apply(before.plan(), upgraded);
        CatalogDiff diff =
                CatalogComparison.rereadingOn(newest.maintenance()).compare(before, RoundTrip.read(upgraded));
        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).isEmpty();
        assertThat(diff.changed()).isEmpty();
    }

    private static CatalogComparison rereading() {
        return CatalogComparison.rereadingOn(TestPostgres.newest().maintenance());
    }

    private static Catalog catalog(String script) throws SQLException {
        return RoundTrip.read(RoundTrip.databaseWith(TestPostgres.newest(), script));
    }

    private static long scratchDatabases() throws SQLException {
        try (Connection connection = TestPostgres.newest().maintenance().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT count(*) FROM pg_database WHERE datname LIKE 'migrator\\_scratch\\_%'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
