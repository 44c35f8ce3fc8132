package dev.migrator.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.it.maven.MavenBuild;
import dev.migrator.it.maven.MavenResult;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrator:diff} as a user types it. */
class DiffIT {

    private static final String PLANTED = "Zacharias Planted-Person";

    private static final String SCHEMA = """
            CREATE TABLE public.person (name text, state varchar CHECK (state IN ('new', 'old')));
            INSERT INTO public.person VALUES ('%s', 'new')""".formatted(PLANTED);

    @TempDir
    Path folder;

    private TestPostgres server;
    private Database source;
    private Database target;

    @BeforeEach
    void twoDatabasesThatAreAlike() throws Exception {
        server = TestPostgres.newest();
        source = server.createDatabase("diff_source");
        target = server.createDatabase("diff_target");
        run(source, SCHEMA);
        run(target, SCHEMA);
        Files.createDirectories(folder.resolve("profiles/customer1"));
        Files.writeString(folder.resolve("profiles/customer1/profile.yaml"), "personalData: raw\n");
    }

    @Test
    void theExitCodeTellsWhetherTheTargetHasDriftedFromTheSnapshot() throws Exception {
        assertThat(build("upload").run().exitCode()).isZero();

        MavenResult equal = build("diff").run();
        assertThat(equal.exitCode()).as(equal.output()).isZero();
        assertThat(equal.output())
                .contains("No object differs; none undecided; the report is in target/migrator/diff.txt");

        run(target, "ALTER TABLE public.person ADD COLUMN mood text");
        MavenResult drifted = build("diff").run();
        assertThat(drifted.exitCode()).as(drifted.output()).isEqualTo(1);
        assertThat(drifted.sentence())
                .startsWith("1 object differs: snapshot ")
                .contains(" of customer1 and database " + target.name() + " at ")
                .contains("Read target/migrator/diff.txt");
        assertThat(drifted.output()).contains("[INFO] ~ table public.person", "[INFO]     +     mood text");
        assertThat(folder.resolve("target/migrator/diff.txt")).content().contains("    +     mood text\n");
        assertThat(equal.output() + drifted.output()).doesNotContain(PLANTED).doesNotContain(server.password());
    }

    @Test
    void aProgramReadsJsonAndFailsByItself() throws Exception {
        run(source, "DROP TABLE public.person");
        MavenResult result = build("diff")
                .with("migrator.from", source.url() + "?user=" + server.user())
                .environment("MIGRATOR_FROM_PASSWORD", server.password())
                .with("migrator.diffFormat", "json")
                .with("migrator.diffFile", "report.json")
                .with("migrator.failOnDifference", "false")
                .run();

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(folder.resolve("report.json"))
                .content()
                .contains("\"equal\" : false", "\"object\" : \"table public.person\"")
                .doesNotContain(PLANTED)
                .doesNotContain(server.password());
    }

    @Test
    void aSideThatIsNoneIsRefusedInOneSentence() throws Exception {
        MavenResult result = build("diff").with("migrator.from", "production").run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("-Dmigrator.from", "expected source, target, ref, ref:profile");
    }

    private MavenBuild build(String goal) {
        return MavenBuild.in(folder)
                .goal(goal)
                .with("profile", "customer1")
                .with("migrator.store", "file:" + folder.resolve("store"))
                .with("migrator.cacheDirectory", folder.resolve("cache"))
                .with("migrator.source.url", source.url())
                .with("migrator.source.user", server.user())
                .with("migrator.target.url", target.url())
                .with("migrator.target.user", server.user())
                .environment("MIGRATOR_SOURCE_PASSWORD", server.password())
                .environment("MIGRATOR_TARGET_PASSWORD", server.password());
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
