package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SessionDefaultsTest {

    private static final String SHOW = """
            CREATE TABLE IF NOT EXISTS public.shown (name text, value text);
            INSERT INTO public.shown SELECT name, setting FROM pg_settings;
            """;

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("session"));
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void files_run_in_the_settings_of_the_database(int major) {
        project = new Project(directory, TestPostgres.of(major).createDatabase("session"));
        set("search_path", "app, public");
        set("TimeZone", "'Asia/Tokyo'");
        set("DateStyle", "'SQL, DMY'");
        set("IntervalStyle", "iso_8601");
        set("extra_float_digits", "-3");
        set("statement_timeout", "'1min'");
        project.execute("CREATE SCHEMA app");

        project.file("common/001_show.sql", SHOW)
                .file("common/002_work.sql", """
                        CREATE TABLE ticket (born date);
                        INSERT INTO ticket VALUES ('03/02/2026'), ('2026-01-01 20:00Z'::timestamptz);
                        """)
                .migrate();

        assertThat(shown("search_path")).isEqualTo("app, public");
        assertThat(shown("TimeZone")).isEqualTo("Asia/Tokyo");
        assertThat(shown("DateStyle")).isEqualTo("ISO, DMY");
        assertThat(shown("IntervalStyle")).isEqualTo("iso_8601");
        assertThat(shown("extra_float_digits")).isEqualTo("-3");
        assertThat(shown("row_security")).isEqualTo("on");
        assertThat(shown("statement_timeout")).isEqualTo("0");
        assertThat(project.rows("SELECT born FROM app.ticket ORDER BY born"))
                .containsExactly("2026-01-02", "2026-02-03");
    }

    @Test
    void what_the_role_prefers_in_this_database_is_stronger() {
        project.execute("CREATE ROLE chooser LOGIN SUPERUSER PASSWORD 'pw'");
        set("TimeZone", "'Asia/Tokyo'");
        project.execute("ALTER ROLE chooser SET TimeZone = 'Europe/Paris'");
        Database database = TestPostgres.newest().database(project.database.name(), "chooser", "pw");
        project.file("common/001_show.sql", SHOW);

        new MigrateDatabase(project.settings, MigrationListener.NONE).migrate(database, project.migrations());

        assertThat(shown("TimeZone")).isEqualTo("Europe/Paris");
    }

    @Test
    void a_database_without_settings_of_its_own_has_the_servers() {
        project.file("common/001_show.sql", SHOW).migrate();

        assertThat(shown("TimeZone")).isEqualTo("UTC");
        assertThat(shown("search_path")).isEqualTo("\"$user\", public");
        assertThat(shown("DateStyle")).isEqualTo("ISO, MDY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "German | DMY",
                "'ISO, European' | DMY",
                "'SQL, NonEuropean' | MDY",
                "'German, MDY' | MDY",
                "'Postgres, YMD' | YMD"
            })
    void the_order_of_day_and_month_follows_all_spellings_of_the_date_style(String style, String order) {
        set("DateStyle", "'" + style.replace("'", "") + "'");
        project.file("common/001_show.sql", SHOW).migrate();

        assertThat(shown("DateStyle")).isEqualTo("ISO, " + order);
    }

    @Test
    void nothing_that_a_file_sets_reaches_the_next() {
        project.execute("CREATE ROLE app_owner; GRANT CREATE ON SCHEMA public TO app_owner");
        project.file("common/001_set.sql", """
                        SET search_path = pg_catalog;
                        SET ROLE app_owner;
                        SET work_mem = '1MB';
                        CREATE TEMP TABLE scratch ();
                        PREPARE q AS SELECT 1;
                        SELECT lastval_ FROM (SELECT 1 AS lastval_) x;
                        CREATE TABLE public.made_as_owner ();
                        """)
                .file("common/002_show.sql", "CREATE TEMP TABLE scratch (); PREPARE q AS SELECT 2;" + SHOW)
                .migrate();

        assertThat(shown("search_path")).isEqualTo("\"$user\", public");
        assertThat(shown("work_mem")).isNotEqualTo("1024");
        assertThat(project.rows("SELECT relowner::regrole FROM pg_class WHERE relname IN ('shown', 'made_as_owner')"
                        + " ORDER BY relname"))
                .containsExactly("app_owner", "postgres");
    }

    @Test
    void a_file_may_change_its_role_though_that_one_may_not_write_the_record() {
        project.execute("CREATE ROLE powerless");
        project.file("common/001_role.sql", "SET ROLE powerless; SELECT 1;")
                .file("common/002_session.sql", "SET SESSION AUTHORIZATION powerless; SELECT 1;")
                .file("common/003_failing.sql", "SET ROLE powerless; CREATE SCHEMA forbidden;");

        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);

        assertThat(project.rows("SELECT version || success FROM migrator.schema_migrations ORDER BY id"))
                .containsExactly("001true", "002true", "003false");
    }

    @Test
    void a_file_that_gives_up_all_advisory_locks_does_no_harm() {
        project.file("common/001_unlock.sql", "SELECT pg_advisory_unlock_all();")
                .file("common/002_ticket.sql", "CREATE TABLE ticket ();");

        assertThat(project.apply()).hasSize(2);
    }

    @Test
    void strings_are_read_as_the_database_reads_them() {
        set("standard_conforming_strings", "off");
        set("escape_string_warning", "off");
        project.file("common/001_text.sql", "CREATE TABLE text_ AS SELECT 'it\\'s; one' AS text; SELECT 1;");

        project.migrate();

        assertThat(project.rows("SELECT text FROM public.text_")).containsExactly("it's; one");
    }

    private void set(String setting, String value) {
        project.execute("ALTER DATABASE \"" + project.database.name() + "\" SET " + setting + " = " + value);
    }

    private String shown(String setting) {
        return project.rows("SELECT value FROM public.shown WHERE name = '" + setting + "'")
                .get(0);
    }
}
