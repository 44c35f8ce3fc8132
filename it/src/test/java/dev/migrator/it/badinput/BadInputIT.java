package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.it.maven.MavenBuild;
import dev.migrator.it.maven.MavenResult;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user gets to read for a mistake: one sentence, exit code 1, a store as it was, and no secret or personal value anywhere. */
class BadInputIT {

    private static final String PLANTED = "Zacharias Planted-Person";

    @TempDir
    private Path folder;

    private TestPostgres server;
    private Database source;

    @BeforeEach
    void makeProfileAndSource() throws Exception {
        server = TestPostgres.newest();
        source = server.createDatabase("bad_input");
        Files.createDirectories(folder.resolve("profiles/customer1"));
        Files.writeString(folder.resolve("profiles/customer1/profile.yaml"), "personalData: raw\n");
        run(source, "CREATE TABLE public.person (name text); INSERT INTO public.person VALUES ('" + PLANTED + "')");
    }

    @Test
    void aProfileThatDoesNotExistIsAnsweredWithTheNearestName() throws Exception {
        refused(restore("custmer1"), "profile does not exist", "Did you mean customer1?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "A B", "x/y"})
    void aNameThatIsAPathOrHasBlanksIsNoProfileName(String name) throws Exception {
        refused(restore(name), "not a profile name", "lower-case letters");
    }

    @Test
    void aNameOf200CharactersIsNoProfileName() throws Exception {
        refused(restore("a".repeat(200)), "not a profile name", "200 characters");
    }

    @Test
    void aProfileWithoutARefAsksForAnUpload() throws Exception {
        refused(restore("customer1"), "customer1", "upload");
    }

    @Test
    void anUploadAsksForADecisionAboutPersonalData() throws Exception {
        Files.writeString(folder.resolve("profiles/customer1/profile.yaml"), "kind: user-generated\n");
        refused(upload(), "personal data", "none", "masked", "raw");
    }

    @Test
    void anUnknownKeyIsNamedWithItsLineAndTheNearestKey() throws Exception {
        Files.writeString(folder.resolve("profiles/customer1/profile.yaml"), "personalData: raw\npersonalDate: raw\n");
        MavenResult result = upload().run();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("profiles/customer1/profile.yaml:2", "personalData");
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        refused(upload().with("migrator.source.url", "jdbc:postgresql://127.0.0.1:1/app"), "127.0.0.1:1", "reach");
    }

    @Test
    void aWrongPasswordNamesTheUserAndNotThePassword() throws Exception {
        MavenBuild build = upload().environment("MIGRATOR_SOURCE_PASSWORD", "not-the-password");
        MavenResult result = refused(build, "password", server.user());
        assertThat(result.output()).doesNotContain("not-the-password");
    }

    @Test
    void aDatabaseThatDoesNotExistIsNamed() throws Exception {
        refused(
                upload().with(
                                "migrator.source.url",
                                source.named("nowhere_to_be_found").url()),
                "nowhere_to_be_found");
    }

    @Test
    void aTableThatMayNotBeReadIsNamedBeforeAnythingIsSent() throws Exception {
        run(
                source,
                "DROP ROLE IF EXISTS bad_input_reader; CREATE ROLE bad_input_reader LOGIN PASSWORD 'reader-secret'");
        MavenResult result = refused(
                upload().with("migrator.source.user", "bad_input_reader")
                        .environment("MIGRATOR_SOURCE_PASSWORD", "reader-secret"),
                "public.person",
                "GRANT");
        assertThat(result.output()).doesNotContain("reader-secret");
        assertThat(stored()).isEmpty();
    }

    @Test
    void aForeignDatabaseIsNotOverwrittenAndARefEditedByHandIsFoundOut() throws Exception {
        assertThat(upload().run().exitCode()).isZero();
        List<String> before = stored();
        Database foreign = server.createDatabase("bad_input_foreign");
        run(foreign, "CREATE TABLE public.precious (x int); INSERT INTO public.precious VALUES (42)");

        refused(
                restore("customer1").with("migrator.target.url", foreign.url()),
                foreign.name(),
                "migrator.overwrite=" + foreign.name());
        run(foreign, "DO $$ BEGIN ASSERT (SELECT x FROM public.precious) = 42; END $$");

        refused(restore("customer1").with("migrator.target.url", source.url()), "source");
        run(source, "DO $$ BEGIN ASSERT (SELECT count(*) FROM public.person) = 1; END $$");

        Path ref = folder.resolve("profiles/customer1/snapshot.json");
        Files.writeString(
                ref, Files.readString(ref).replaceFirst("\"snapshot\" : \"[0-9a-f]{4}", "\"snapshot\" : \"0000"));
        refused(restore("customer1").with("migrator.target.url", foreign.url()), "0000");
        assertThat(stored()).isEqualTo(before);
    }

    private MavenBuild upload() {
        return build("upload", "customer1")
                .with("migrator.source.url", source.url())
                .with("migrator.source.user", server.user())
                .environment("MIGRATOR_SOURCE_PASSWORD", server.password());
    }

    private MavenBuild restore(String profile) {
        return build("restore", profile)
                .with("migrator.source.url", source.url())
                .with("migrator.source.user", server.user())
                .environment("MIGRATOR_SOURCE_PASSWORD", server.password())
                .with("migrator.target.url", server.database("bad_input_target").url())
                .with("migrator.target.user", server.user())
                .environment("MIGRATOR_TARGET_PASSWORD", server.password());
    }

    private MavenBuild build(String goal, String profile) {
        return MavenBuild.in(folder)
                .goal(goal)
                .with("profile", profile)
                .with("migrator.store", "file:" + folder.resolve("store"))
                .with("migrator.cacheDirectory", folder.resolve("cache"));
    }

    private MavenResult refused(MavenBuild build, String... words) throws IOException, InterruptedException {
        MavenResult result = build.run();
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.sentence()).as(result.output()).contains(words);
        assertThat(result.output()).doesNotContain(PLANTED).doesNotContain(server.password());
        return result;
    }

    private List<String> stored() throws IOException {
        if (!Files.isDirectory(folder.resolve("store"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static void run(Database database, String sql) throws Exception {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
