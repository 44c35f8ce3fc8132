package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForeignKeyKindTest {

    /** The scripts say what 14 does not know yet. */
    static List<Integer> majors() {
        return TestPostgres.majors().stream().filter(major -> major >= 15).toList();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsKeysInCirclesToThemselvesNotValidAndOfManyColumns(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE a (id int PRIMARY KEY, b_id int);
                CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a DEFERRABLE INITIALLY DEFERRED, x int, y int, UNIQUE (x, y));
                ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b NOT VALID;
                ALTER TABLE b ADD CONSTRAINT self FOREIGN KEY (x) REFERENCES b;
                CREATE TABLE c (p int, q int, CONSTRAINT many FOREIGN KEY (p, q) REFERENCES b (x, y) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL);
                CREATE TABLE d (p int, q int, CONSTRAINT partly FOREIGN KEY (p, q) REFERENCES b (x, y) ON DELETE SET NULL (q))""");
        trip.isFaithful();
        assertThat(trip.answer("SELECT convalidated FROM pg_constraint WHERE conname = 'a_b'"))
                .isEqualTo("f");
        assertThat(trip.object("foreign key public.d.partly").definition().text())
                .endsWith("ON DELETE SET NULL (q)");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsKeysFromAndToPartitionedTables(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE part (k int, id int, PRIMARY KEY (k, id)) PARTITION BY LIST (k);
                CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1);
                CREATE TABLE reffer (k int, id int, FOREIGN KEY (k, id) REFERENCES part);
                ALTER TABLE part ADD CONSTRAINT pself FOREIGN KEY (k, id) REFERENCES part""");
        trip.isFaithful();
        assertThat(trip.restored().objects())
                .extracting(o -> o.id().toString())
                .filteredOn(id -> id.startsWith("foreign key"))
                .containsExactly("foreign key public.part.pself", "foreign key public.reffer.reffer_k_id_fkey");
    }
}
