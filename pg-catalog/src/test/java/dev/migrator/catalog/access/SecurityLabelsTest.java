package dev.migrator.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.CatalogComparison;
import dev.migrator.catalog.CatalogDiff;
import dev.migrator.catalog.CatalogDiffText;
import dev.migrator.catalog.CatalogObject;
import dev.migrator.catalog.Fingerprints;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.catalog.SecurityLabel;
import dev.migrator.catalog.Statement;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Labels are put into the catalog by hand, since only a provider's library, which servers rarely have, lets them be set. */
class SecurityLabelsTest {

    private static final String PLANTED = """
            CREATE SCHEMA app; CREATE EXTENSION hstore;
            CREATE TABLE app.people (id int PRIMARY KEY, "E mail" text); CREATE VIEW app.v AS SELECT 1 AS one;
            CREATE TYPE app.mood AS ENUM ('fine'); CREATE DOMAIN app.d AS int; CREATE PROCEDURE app.p() LANGUAGE sql AS 'SELECT 1';
            CREATE AGGREGATE app.rows(*) (SFUNC = int8inc, STYPE = int8, INITCOND = 0); CREATE PUBLICATION pub;
            SET allow_system_table_mods = on;
            INSERT INTO pg_seclabel (objoid, classoid, objsubid, provider, label) VALUES
                ('app.people'::regclass, 'pg_class'::regclass, 0, 'mac', 'it''s secret'),
                ('app.people'::regclass, 'pg_class'::regclass, 2, 'anon', 'MASKED WITH VALUE NULL'),
                ('app.v'::regclass, 'pg_class'::regclass, 0, 'mac', 'open'), ('app.v'::regclass, 'pg_class'::regclass, 1, 'mac', 'one'),
                ('app.people'::regtype, 'pg_type'::regclass, 0, 'mac', 'row'),
                ('app.mood'::regtype, 'pg_type'::regclass, 0, 'mac', 'open'), ('app.mood[]'::regtype, 'pg_type'::regclass, 0, 'mac', 'moods'),
                ('app.d'::regtype, 'pg_type'::regclass, 0, 'mac', 'open'),
                ('app.p()'::regprocedure, 'pg_proc'::regclass, 0, 'mac', 'open'),
                ((SELECT oid FROM pg_proc WHERE proname = 'rows'), 'pg_proc'::regclass, 0, 'mac', 'open'),
                ((SELECT oid FROM pg_publication), 'pg_publication'::regclass, 0, 'mac', 'open'),
                ('app'::regnamespace, 'pg_namespace'::regclass, 0, 'Mac', 'open'),
                ('app'::regnamespace, 'pg_namespace'::regclass, 0, 'anon', 'TRUSTED'),
                ('public'::regnamespace, 'pg_namespace'::regclass, 0, 'mac', 'open'),
                ('hstore(text, text)'::regprocedure, 'pg_proc'::regclass, 0, 'mac', 'member'),
                ('now()'::regprocedure, 'pg_proc'::regclass, 0, 'mac', 'of PostgreSQL itself');
            INSERT INTO pg_shseclabel SELECT oid, 'pg_database'::regclass, 'mac', 'whole' FROM pg_database WHERE datname = current_database();
            RESET allow_system_table_mods""";

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void everyLabelHasItsStatementButThoseOfPostgresqlsOwnObjects(int major) throws Exception {
        Catalog catalog = planted(major);

        assertThat(catalog.plan().statements())
                .filteredOn(statement -> statement.aspect() == Aspect.LABEL)
                .extracting(Statement::sql)
                .containsExactlyInAnyOrder(
                        "SECURITY LABEL FOR \"mac\" ON TABLE app.people IS 'it''s secret'",
                        "SECURITY LABEL FOR \"anon\" ON COLUMN app.people.\"E mail\" IS 'MASKED WITH VALUE NULL'",
                        "SECURITY LABEL FOR \"mac\" ON TYPE app.people IS 'row'",
                        "SECURITY LABEL FOR \"mac\" ON VIEW app.v IS 'open'",
                        "SECURITY LABEL FOR \"mac\" ON COLUMN app.v.one IS 'one'",
                        "SECURITY LABEL FOR \"mac\" ON TYPE app.mood IS 'open'",
                        "SECURITY LABEL FOR \"mac\" ON TYPE app.mood[] IS 'moods'",
                        "SECURITY LABEL FOR \"mac\" ON DOMAIN app.d IS 'open'",
                        "SECURITY LABEL FOR \"mac\" ON PROCEDURE app.p() IS 'open'",
                        "SECURITY LABEL FOR \"mac\" ON AGGREGATE app.rows(*) IS 'open'",
                        "SECURITY LABEL FOR \"mac\" ON PUBLICATION pub IS 'open'",
                        "SECURITY LABEL FOR \"Mac\" ON SCHEMA app IS 'open'",
                        "SECURITY LABEL FOR \"anon\" ON SCHEMA app IS 'TRUSTED'",
                        "SECURITY LABEL FOR \"mac\" ON SCHEMA public IS 'open'",
                        "SECURITY LABEL FOR \"mac\" ON FUNCTION public.hstore(pg_catalog.text,pg_catalog.text) IS 'member'");
        assertThat(catalog.database().plan("it").statements())
                .extracting(Statement::sql)
                .contains("SECURITY LABEL FOR \"mac\" ON DATABASE \"it\" IS 'whole'");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aLabelThatHasChangedIsADifference(int major) throws Exception {
        Database database = RoundTrip.databaseWith(TestPostgres.of(major), PLANTED);
        Catalog before = RoundTrip.read(database);
        RoundTrip.run(
                database,
                "SET allow_system_table_mods = on; UPDATE pg_seclabel SET label = 'public' WHERE objsubid = 2; RESET allow_system_table_mods");
        Catalog after = RoundTrip.read(database);

        CatalogDiff diff = CatalogComparison.byText().compare(before, after);

        assertThat(CatalogDiffText.of(diff, "a", "b")).endsWith("""

                ~ table app.people
                    - SECURITY LABEL FOR anon ON COLUMN app.people."E mail" IS 'MASKED WITH VALUE NULL'
                    + SECURITY LABEL FOR anon ON COLUMN app.people."E mail" IS 'public'
                """);
        assertThat(CatalogComparison.byText()
                        .ignoring(Aspect.LABEL)
                        .compare(before, after)
                        .isEmpty())
                .isTrue();
        assertThat(Fingerprints.of(before).differing(Fingerprints.of(after)))
                .extracting(Object::toString)
                .containsExactly("table app.people");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void anObjectTellsItsOwnLabelsFirst(int major) throws Exception {
        assertThat(planted(major).objects())
                .filteredOn(object -> object.id().toString().equals("table app.people"))
                .flatExtracting(CatalogObject::labels)
                .containsExactly(
                        new SecurityLabel(null, "mac", "it's secret"),
                        new SecurityLabel("COLUMN app.people.\"E mail\"", "anon", "MASKED WITH VALUE NULL"),
                        new SecurityLabel("TYPE app.people", "mac", "row"));
    }

    private static Catalog planted(int major) throws Exception {
        return RoundTrip.read(RoundTrip.databaseWith(TestPostgres.of(major), PLANTED));
    }
}
