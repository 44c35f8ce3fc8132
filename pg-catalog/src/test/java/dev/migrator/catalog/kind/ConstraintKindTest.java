package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintKindTest {

    /** The scripts say what 14 does not know yet. */
    static List<Integer> majors() {
        return TestPostgres.majors().stream().filter(major -> major >= 15).toList();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsChecksThatAreNotValidOrNotInherited(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE t (p int, q int, CONSTRAINT ordered CHECK (p < q));
                ALTER TABLE t ADD CONSTRAINT later CHECK (p > 0) NOT VALID;
                ALTER TABLE t ADD CONSTRAINT alone CHECK (q > 0) NO INHERIT""");
        trip.isFaithful();
        assertThat(trip.object("constraint public.t.later").definition().text()).endsWith("CHECK ((p > 0)) NOT VALID");
        assertThat(trip.object("constraint public.t.alone").definition().text()).endsWith("CHECK ((q > 0)) NO INHERIT");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void givesPartitionsTheUnprovedChecksOfTheirParentOnce(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE parted (a int) PARTITION BY LIST (a);
                CREATE TABLE part PARTITION OF parted FOR VALUES IN (1);
                CREATE TABLE proved (a int, CONSTRAINT later CHECK (a > 0));
                ALTER TABLE parted ADD CONSTRAINT later CHECK (a > 0) NOT VALID;
                ALTER TABLE parted ATTACH PARTITION proved FOR VALUES IN (2)""");
        trip.isFaithful();
        assertThat(trip.answer("""
                        SELECT string_agg(conrelid::regclass || ' ' || convalidated, ', ' ORDER BY conrelid::regclass::text) FROM pg_constraint
                        WHERE conname = 'later'""")).isEqualTo("public.part false, public.parted false, public.proved true");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsKeysWithTheirOptions(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE a (id int PRIMARY KEY WITH (fillfactor = 80), b int, c int,
                    CONSTRAINT lazy UNIQUE (id, b) WITH (fillfactor = 70) DEFERRABLE INITIALLY DEFERRED,
                    CONSTRAINT covering UNIQUE (b) INCLUDE (c),
                    CONSTRAINT nulls UNIQUE NULLS NOT DISTINCT (b, c));
                ALTER TABLE a REPLICA IDENTITY USING INDEX a_pkey; ALTER TABLE a CLUSTER ON covering""");
        trip.isFaithful();
        assertThat(trip.object("constraint public.a.a_pkey").definition().text())
                .contains("PRIMARY KEY (id) WITH (fillfactor=80)", "REPLICA IDENTITY USING INDEX a_pkey");
        assertThat(trip.object("constraint public.a.covering").definition().text())
                .contains("CLUSTER ON covering");
        assertThat(trip.object("constraint public.a.nulls").definition().text()).contains("NULLS NOT DISTINCT");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsExclusionConstraintsOverAnOperatorClassOfAnExtension(int major) throws Exception {
        RoundTrip.of(TestPostgres.of(major), """
                        CREATE SCHEMA ext; CREATE EXTENSION btree_gist SCHEMA ext;
                        CREATE TABLE ex (r tsrange, k int,
                            EXCLUDE USING gist (k ext.gist_int4_ops WITH =, r WITH &&) WHERE (k > 0))""").isFaithful();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsNamedAndUninheritedNotNullConstraintsOf18(int major) throws Exception {
        assumeTrue(major >= 18);
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE t (a int CONSTRAINT must NOT NULL, b int NOT NULL NO INHERIT, c int);
                ALTER TABLE t ADD CONSTRAINT unproved NOT NULL c NOT VALID;
                COMMENT ON CONSTRAINT must ON t IS 'why'""");
        trip.isFaithful();
        assertThat(trip.object("table public.t").definition().text())
                .contains("a integer CONSTRAINT \"must\" NOT NULL", "b integer NOT NULL NO INHERIT");
        assertThat(trip.object("constraint public.t.unproved").definition().text())
                .contains("NOT NULL c NOT VALID");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsNotNullConstraintsOfHeirsUnderTheirOwnNames(int major) throws Exception {
        assumeTrue(major >= 18);
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE parent (a int NOT NULL, b int); ALTER TABLE parent ADD CONSTRAINT unproved NOT NULL b NOT VALID;
                CREATE TABLE heir () INHERITS (parent);
                CREATE TABLE strict (CONSTRAINT own NOT NULL a) INHERITS (parent);
                CREATE TABLE other (b int NOT NULL); CREATE TABLE child () INHERITS (parent, other);
                CREATE TABLE merged (a int) INHERITS (parent);
                COMMENT ON CONSTRAINT unproved ON heir IS 'valid here'""");
        trip.isFaithful();
        assertThat(trip.object("table public.heir").definition().text()).contains("CONSTRAINT \"unproved\" NOT NULL b");
        assertThat(trip.object("table public.strict").definition().text()).contains("CONSTRAINT \"own\" NOT NULL a");
        assertThat(trip.object("constraint public.child.b not null")
                        .definition()
                        .text())
                .isEmpty();
        assertThat(trip.object("table public.merged").definition().text()).contains("    a integer,\n");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void writesAnHeirsNotNullThatEveryMajorCanAddAlikeForAll(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE parent (a int);
                CREATE TABLE heir () INHERITS (parent); ALTER TABLE heir ALTER a SET NOT NULL""");
        trip.isFaithful();
        assertThat(trip.object("table public.heir").definition().text())
                .endsWith("ALTER TABLE ONLY public.heir ALTER COLUMN a SET NOT NULL");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsTheNamesOfNotNullConstraintsThatAPartitionHasFromItsParent(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE parted (a int NOT NULL) PARTITION BY LIST (a);
                CREATE TABLE part PARTITION OF parted FOR VALUES IN (1)""");
        trip.isFaithful();
        assertThat(trip.answer("""
                        SELECT coalesce(string_agg(conname, ' '), 'none') FROM pg_constraint WHERE conrelid = 'public.parted'::regclass""")).isEqualTo(major >= 18 ? "parted_a_not_null" : "none");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aNameThatPostgresqlHasChosenAndCutIsNotWritten(int major) throws Exception {
        String longName = "ä".repeat(20) + "_x".repeat(11);
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE %1$s (%1$s int NOT NULL, short int NOT NULL); CREATE DOMAIN domain_%2$s AS int NOT NULL""".formatted(longName, "y".repeat(55)));
        trip.isFaithful();
        assertThat(trip.object("table public." + longName).definition().text()).doesNotContain("CONSTRAINT");
        assertThat(trip.object("domain public.domain_" + "y".repeat(55))
                        .definition()
                        .text())
                .endsWith(" AS integer NOT NULL");
    }
}
