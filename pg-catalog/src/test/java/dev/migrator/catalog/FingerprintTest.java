package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void doesNotDependOnOidsDroppedColumnsOrTheOrderOfCreation() throws Exception {
        Fingerprint straight = of("CREATE TABLE a (x int, y text); CREATE TABLE b (z int); CREATE INDEX i ON a (y)");
        Fingerprint crooked = of("""
                CREATE TABLE filler (); DROP TABLE filler;
                CREATE TABLE b (z int); CREATE TABLE a (x int, old int, y text); CREATE INDEX i ON a (y);
                ALTER TABLE a DROP COLUMN old""");
        assertThat(crooked).isEqualTo(straight);
    }

    @Test
    void changesWithEveryAspect() throws Exception {
        Fingerprint plain = of("CREATE TABLE t (x int)");
        assertThat(of("CREATE TABLE t (x bigint)")).isNotEqualTo(plain);
        assertThat(of("CREATE TABLE t (x int); ALTER TABLE t OWNER TO pg_monitor"))
                .isNotEqualTo(plain);
        assertThat(of("CREATE TABLE t (x int); GRANT SELECT ON t TO PUBLIC")).isNotEqualTo(plain);
        assertThat(of("CREATE TABLE t (x int); COMMENT ON COLUMN t.x IS 'x'")).isNotEqualTo(plain);
    }

    @Test
    void tellsTheMajorAndTheFormInFrontOfTheHash() throws Exception {
        assertThat(of("SELECT 1").toString())
                .matches("1:" + TestPostgres.newest().major() + ":[0-9a-f]{64}");
    }

    private static Fingerprint of(String script) throws SQLException {
        return Fingerprint.of(RoundTrip.read(RoundTrip.databaseWith(TestPostgres.newest(), script)));
    }
}
