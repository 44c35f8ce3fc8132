package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions whose text is another after a restore, though they mean the same: what is one must be told from what is changed. */
class RewrittenExpressionsTest {

    private static final String SCHEMA = """
            CREATE DOMAIN grade AS varchar CHECK (VALUE IN ('A', 'B'));
            CREATE TABLE t (
                id int,
                status varchar CONSTRAINT known CHECK (status IN ('A', 'B')),
                day date CONSTRAINT recent CHECK (EXTRACT(year FROM day) > 2015),
                good boolean GENERATED ALWAYS AS (status IN ('A', 'B')) STORED,
                kind varchar DEFAULT CASE WHEN 'x'::varchar IN ('A', 'B') THEN 'a' END);
            CREATE INDEX partial ON t (id) WHERE status IN ('A', 'B');
            CREATE INDEX by_year ON t (EXTRACT(year FROM day)) WHERE EXTRACT(year FROM day) > 2015;
            CREATE VIEW v AS SELECT id, status, EXTRACT(year FROM day) AS year FROM t WHERE status IN ('A', 'B');
            CREATE VIEW over_v AS SELECT id FROM v WHERE year > 2015 AND status::varchar IN ('A', 'B');
            CREATE MATERIALIZED VIEW m AS SELECT id FROM over_v WHERE id::varchar IN ('A', 'B');
            CREATE POLICY p ON t USING (status IN ('A', 'B'));
            CREATE RULE r AS ON DELETE TO t WHERE OLD.status IN ('A', 'B') DO INSTEAD NOTHING;
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.status IN ('A', 'B')) EXECUTE FUNCTION f()""";

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void afterARestoreTheyAreTheSame(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), SCHEMA);
        assertThat(trip.restored().objects()).isNotEqualTo(trip.original().objects());

        CatalogDiff diff = compare(major, trip.original(), trip.restored());

        assertThat(diff.changed()).isEmpty();
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.undecided()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void oneLetterOfDifferenceIsAChangeInEachOfThem(int major) throws Exception {
        Catalog before = RoundTrip.of(TestPostgres.of(major), SCHEMA).original();
        Catalog after = RoundTrip.of(TestPostgres.of(major), SCHEMA.replace("'B')", "'C')"))
                .restored();

        assertThat(changed(compare(major, before, after)))
                .containsExactly(
                        "table public.t",
                        "column default public.t.kind",
                        "view public.over_v",
                        "view public.v",
                        "materialized view public.m",
                        "constraint public.grade.grade_check",
                        "constraint public.t.known",
                        "index public.t.partial",
                        "rule public.t.r",
                        "trigger public.t.tr",
                        "policy public.t.p");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void andSoIsOneDigit(int major) throws Exception {
        Catalog before = RoundTrip.of(TestPostgres.of(major), SCHEMA).original();
        Catalog after = RoundTrip.of(TestPostgres.of(major), SCHEMA.replace("2015", "2016"))
                .restored();

        assertThat(changed(compare(major, before, after)))
                .containsExactly("view public.over_v", "constraint public.t.recent", "index public.t.by_year");
    }

    @Test
    void acrossMajorsNobodyCanTellAndTheyAreListed() throws Exception {
        int oldest = majors().get(0);
        int newest = TestPostgres.newest().major();
        assumeTrue(oldest < newest);
        Catalog before = read(oldest, SCHEMA);
        Catalog after = read(newest, SCHEMA.replace("2015", "2016"));

        // The public schema of a new database has another owner since 15.
        CatalogDiff diff = CatalogComparison.rereadingOn(TestPostgres.newest().maintenance())
                .ignoring(Aspect.OWNER, Aspect.PRIVILEGES)
                .compare(before, after);

        assertThat(diff.changed()).isEmpty();
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.undecided())
                .extracting(change -> change.before().id().toString())
                .contains("view public.over_v", "constraint public.t.recent", "index public.t.by_year");
    }

    private static CatalogDiff compare(int major, Catalog before, Catalog after) throws SQLException {
        return CatalogComparison.rereadingOn(TestPostgres.of(major).maintenance())
                .compare(before, after);
    }

    private static List<String> changed(CatalogDiff diff) {
        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).isEmpty();
        assertThat(diff.undecided()).isEmpty();
        return diff.changed().stream()
                .map(change -> change.before().id().toString())
                .toList();
    }

    private static Catalog read(int major, String script) throws SQLException {
        Database database = RoundTrip.databaseWith(TestPostgres.of(major), script);
        return RoundTrip.read(database);
    }
}
