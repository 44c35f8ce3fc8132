package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.database;
import static dev.migrator.profile.load.Restoring.execute;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrator.catalog.Aspect;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabelsTest {

    private static final String LABELS =
            "SELECT objtype || ' ' || provider || ' ' || label FROM pg_seclabels WHERE objtype <> 'role' ORDER BY 1";

    /** Such as no server can set. */
    private static final String PLANTED = """
            CREATE TABLE t (id int); INSERT INTO t VALUES (1); SELECT lo_from_bytea(7, 'x');
            SET allow_system_table_mods = on;
            INSERT INTO pg_seclabel (objoid, classoid, objsubid, provider, label) VALUES
                ('t'::regclass, 'pg_class'::regclass, 0, 'gone', 'a'), (7, 'pg_largeobject'::regclass, 0, 'lost', 'b');
            RESET allow_system_table_mods
            """;

    private final TestPostgres server = TestPostgres.newest();

    @Test
    void aProviderThatTheServerHasNotIsToldBeforeAnythingIsMade() throws Exception {
        Restoring restoring = Restoring.of(Taken.of(database(server, PLANTED)), absent(server));

        assertThatThrownBy(restoring::run)
                .isInstanceOf(RestoreException.ProvidersMissing.class)
                .hasMessageContaining("gone, lost at ")
                .hasMessageContaining("-Dmigrator.leaveOut=labels");
        assertThat(restoring.events).isEmpty();
    }

    @Test
    void labelsCanBeLeftOut() throws Exception {
        Database restored = Restoring.of(Taken.of(database(server, PLANTED)), absent(server))
                .access(new AccessPolicy(false, Set.of(Aspect.LABEL)))
                .run();

        assertThat(values(restored, "SELECT id FROM public.t")).isEqualTo("1");
        assertThat(values(restored, LABELS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void labelsComeBackWhereTheDatabaseItselfLoadsTheirProvider(int major, @TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Optional<Path> library = LabelLibrary.in(folder, major);
        assumeThat(library)
                .as("gcc and the server headers of PostgreSQL %s are here", major)
                .isPresent();
        String file = SqlText.literal(library.orElseThrow().toString());
        TestPostgres on = TestPostgres.of(major);
        Database source = database(on, "CREATE TABLE t (id int); SELECT lo_from_bytea(7, 'x')");
        execute(
                source,
                "ALTER DATABASE " + source.name() + " SET session_preload_libraries = " + file,
                "LOAD " + file,
                "SECURITY LABEL ON TABLE public.t IS 'it''s secret'",
                "SECURITY LABEL ON COLUMN public.t.id IS 'number'",
                "SECURITY LABEL ON LARGE OBJECT 7 IS 'letter'",
                "SECURITY LABEL ON DATABASE " + source.name() + " IS 'whole'");

        Database restored = Restoring.of(Taken.of(source), absent(on)).run();

        assertThat(
                        values(
                                restored,
                                LABELS.replace(
                                        "objtype <> 'role'",
                                        "objtype <> 'database' OR objoid = (SELECT oid FROM pg_database WHERE datname = current_database())")))
                .isEqualTo(
                        "column it_labels number,database it_labels whole,large object it_labels letter,table it_labels it's secret");
    }
}
