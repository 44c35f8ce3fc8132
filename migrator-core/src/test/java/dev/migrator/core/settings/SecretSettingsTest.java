package dev.migrator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretSettingsTest {

    private Project project;

    @BeforeEach
    void anEmptyProject(@TempDir Path folder) {
        project = new Project(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/app?user=u&password=s3cr3t&ssl=true, jdbc:postgresql://db/app?user=u&password=***&ssl=true",
        "jdbc:postgresql://db/app?sslpassword=s3cr3t, jdbc:postgresql://db/app?sslpassword=***",
        "jdbc:postgresql://u:s3/c@r3t@db/app, jdbc:postgresql://u:***@db/app",
        "jdbc:postgresql://db/app, jdbc:postgresql://db/app",
    })
    void aPasswordInAUrlIsNotShown(String url, String shown) {
        project.typed("migrator.source.url", url);
        assertThat(project.settings()
                        .setting(SettingKeys.SOURCE_URL)
                        .orElseThrow()
                        .shown())
                .isEqualTo(shown);
    }

    @Test
    void userAndPasswordComeFromTheServerOfSettingsXml() {
        project.migratorYaml("source: {server: customer1-db}").server("customer1-db", "reader", "s3cr3t");
        assertThat(project.settings().get(SettingKeys.SOURCE_USER)).isEqualTo("reader");
        assertThat(project.settings().setting(SettingKeys.SOURCE_PASSWORD).orElseThrow())
                .returns("s3cr3t", ResolvedSetting::value)
                .returns("***", ResolvedSetting::shown)
                .extracting(ResolvedSetting::origin)
                .hasToString("settings.xml <server> customer1-db");
    }

    @Test
    void aVariableWinsOverTheServerOfSettingsXml() {
        project.migratorYaml("target: {server: db}")
                .server("db", "writer", "old")
                .environment("MIGRATOR_TARGET_PASSWORD", "new");
        assertThat(project.settings().get(SettingKeys.TARGET_PASSWORD)).isEqualTo("new");
    }

    @Test
    void thePasswordVariableOfLibpqIsTheLastToBeAsked() {
        project.environment("PGPASSWORD", "general").environment("MIGRATOR_SOURCE_PASSWORD", "special");
        assertThat(project.settings().get(SettingKeys.SOURCE_PASSWORD)).isEqualTo("special");
        assertThat(project.settings().get(SettingKeys.TARGET_PASSWORD)).isEqualTo("general");
    }
}
