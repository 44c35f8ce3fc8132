package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.it.maven.MavenBuild;
import dev.migrator.it.maven.MavenResult;
import org.junit.jupiter.api.Test;

/** A source that cannot be reached, or not be read whole. */
class BadSourceIT extends BadInput {

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
    }
}
