package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

    /** References of every sort that the catalog keeps as an OID or as the number of a column. */
    private static final String SCHEMA = """
            CREATE TYPE mood AS ENUM ('good', 'bad');
            CREATE TABLE a (x int PRIMARY KEY, y mood DEFAULT 'good', z text, CHECK (y <> 'bad' OR z = 'why'));
            CREATE TABLE b (x int REFERENCES a, z text);
            CREATE INDEX by_z ON a (z) WHERE y = 'bad';
            CREATE VIEW v AS SELECT a.x, b.z FROM a JOIN b USING (x);
            GRANT SELECT (z) ON a TO PUBLIC;
            COMMENT ON COLUMN a.z IS 'why'""";

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void doesNotDependOnOids(int major) throws Exception {
        String others = "CREATE TABLE filler (); DROP TABLE filler; CREATE TYPE e AS ENUM ('x'); DROP TYPE e;";
        assertThat(of(major, others + SCHEMA)).isEqualTo(of(major, SCHEMA));
    }

    @ParameterizedTest
    @MethodSource("majors")
    void doesNotDependOnDroppedColumns(int major) throws Exception {
        String withDropped = SCHEMA.replace("y mood", "gone int, y mood")
                .replace("CREATE TABLE b", "ALTER TABLE a DROP COLUMN gone; CREATE TABLE b");
        assertThat(of(major, withDropped)).isEqualTo(of(major, SCHEMA));
    }

    @ParameterizedTest
    @MethodSource("majors")
    void doesNotDependOnTheOrderInWhichObjectsWereMade(int major) throws Exception {
        String one =
                "CREATE TABLE a (x int); CREATE TABLE b (y int); CREATE INDEX i ON a (x); GRANT SELECT ON a TO PUBLIC;"
                        + "GRANT SELECT ON a TO pg_monitor";
        String other = "CREATE TABLE b (y int); CREATE TABLE a (x int); GRANT SELECT ON a TO pg_monitor;"
                + "GRANT SELECT ON a TO PUBLIC; CREATE INDEX i ON a (x)";
        assertThat(of(major, other)).isEqualTo(of(major, one));
    }

    @Test
    void changesWithEveryAspect() throws Exception {
        Fingerprint plain = of("CREATE TABLE t (x int)").database();
        assertThat(of("CREATE TABLE t (x bigint)").database()).isNotEqualTo(plain);
        assertThat(of("CREATE TABLE t (x int); ALTER TABLE t OWNER TO pg_monitor")
                        .database())
                .isNotEqualTo(plain);
        assertThat(of("CREATE TABLE t (x int); GRANT SELECT ON t TO PUBLIC").database())
                .isNotEqualTo(plain);
        assertThat(of("CREATE TABLE t (x int); COMMENT ON COLUMN t.x IS 'x'").database())
                .isNotEqualTo(plain);
    }

    @Test
    void namesTheObjectsThatDiffer() throws Exception {
        Fingerprints before = of("CREATE TABLE gone (); CREATE TABLE kept (x int); CREATE TABLE other (x int)");
        Fingerprints after = of("CREATE TABLE fresh (); CREATE TABLE kept (x int); CREATE TABLE other (x text)");
        assertThat(before.differing(after))
                .extracting(ObjectId::toString)
                .containsExactly("table public.fresh", "table public.gone", "table public.other");
    }

    @Test
    void hashesOfTwoMajorsAreNotCompared() {
        Fingerprints old = new Fingerprints(1, 15, new TreeMap<>());
        assertThatThrownBy(() -> old.differing(new Fingerprints(1, 18, new TreeMap<>())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsTheMajorAndTheFormInFrontOfTheHash() throws Exception {
        assertThat(of("SELECT 1").database().toString())
                .matches("1:" + TestPostgres.newest().major() + ":[0-9a-f]{64}");
    }

    private static Fingerprints of(String script) throws SQLException {
        return of(TestPostgres.newest().major(), script);
    }

    private static Fingerprints of(int major, String script) throws SQLException {
        return Fingerprints.of(RoundTrip.read(RoundTrip.databaseWith(TestPostgres.of(major), script)));
    }
}
