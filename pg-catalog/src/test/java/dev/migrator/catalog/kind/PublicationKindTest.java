package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicationKindTest {

    /** The scripts say what 14 does not know yet. */
    static List<Integer> majors() {
        return TestPostgres.majors().stream().filter(major -> major >= 15).toList();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsTablesWithColumnsAndFiltersAndSchemas(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE SCHEMA app; CREATE TABLE app.a (id int PRIMARY KEY, x int); CREATE TABLE app.b (id int);
                CREATE PUBLICATION pb FOR TABLE app.a (id) WHERE (id > 5), app.b WITH (publish = 'insert, update');
                CREATE PUBLICATION whole FOR ALL TABLES WITH (publish_via_partition_root = true);
                CREATE PUBLICATION by_schema FOR TABLES IN SCHEMA app; COMMENT ON PUBLICATION pb IS 'p'; ALTER PUBLICATION pb OWNER TO pg_monitor""");
        trip.isFaithful();
        assertThat(trip.object("publication pb").definition().text()).isEqualTo("""
                CREATE PUBLICATION pb WITH (publish = 'insert, update');
                ALTER PUBLICATION pb ADD TABLE ONLY app.a (id) WHERE ((id > 5));
                ALTER PUBLICATION pb ADD TABLE ONLY app.b""");
        assertThat(trip.answer("SELECT count(*) FROM pg_publication_namespace")).isEqualTo("1");
    }

    /** The heir comes back with its columns in another order, and the list follows them. */
    @ParameterizedTest
    @MethodSource("majors")
    void listsColumnsOfAnHeirThatWasAdoptedAsItWillHaveThem(int major) throws Exception {
        assumeTrue(major >= 15);
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE parent (b int, c int);
                CREATE TABLE heir (own int, c int, b int); ALTER TABLE heir INHERIT parent;
                CREATE PUBLICATION pb FOR TABLE heir (own, c)""");
        trip.isFaithful();
        assertThat(trip.object("publication pb").definition().text()).endsWith("public.heir (c, own)");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsAllSequencesAndWhichTablesAreLeftOut(int major) throws Exception {
        assumeTrue(major >= 19, "a publication has neither before 19");
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE parent (a int); CREATE TABLE heir () INHERITS (parent); CREATE TABLE shown (a int);
                CREATE PUBLICATION most FOR ALL TABLES EXCEPT (TABLE parent), ALL SEQUENCES; CREATE PUBLICATION counters FOR ALL SEQUENCES""");
        trip.isFaithful();
        assertThat(trip.object("publication most").definition().text())
                .isEqualTo(
                        "CREATE PUBLICATION most FOR ALL TABLES EXCEPT (TABLE ONLY public.parent, TABLE ONLY public.heir), ALL SEQUENCES");
        assertThat(trip.object("publication counters").definition().text())
                .isEqualTo("CREATE PUBLICATION counters FOR ALL SEQUENCES");
    }
}
