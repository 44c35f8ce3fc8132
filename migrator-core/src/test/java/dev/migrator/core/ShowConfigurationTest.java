package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.core.settings.Project;
import dev.migrator.core.settings.SettingKeys;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowConfigurationTest {

    @Test
    void tellsEverySettingWithItsOriginAndNoSecret(@TempDir Path folder) {
        Project project = new Project(folder)
                .migratorYaml("store: s3://bucket/prefix\n")
                .typed("migrator.source.url", "jdbc:postgresql://db/app?password=s3cr3t")
                .environment("MIGRATOR_TARGET_PASSWORD", "s3cr3t");
        List<String> lines = new ShowConfiguration(project.settings()).lines();
        assertThat(lines)
                .hasSameSizeAs(SettingKeys.all())
                .contains(
                        "store                s3://bucket/prefix  (profiles/migrator.yaml:1)",
                        "source.url           jdbc:postgresql://db/app?password=***  (-Dmigrator.source.url)",
                        "target.password      ***  (environment MIGRATOR_TARGET_PASSWORD)",
                        "target.url           -",
                        "postgres             17  (default)");
        assertThat(String.join("\n", lines)).doesNotContain("s3cr3t");
    }
}
