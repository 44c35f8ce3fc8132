package dev.migrator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingKeysTest {

    @Test
    void namesAreTheOnesThatOutsideChecksRelyOn() {
        List<String> properties = SettingKeys.all().stream()
                .flatMap(key -> key.properties().stream())
                .toList();
        assertThat(properties)
                .doesNotHaveDuplicates()
                .contains(
                        "profile",
                        "migrator.profile",
                        "migrator.profilesDirectory",
                        "migrator.migrationsDirectory",
                        "migrator.store",
                        "migrator.s3.endpoint",
                        "migrator.s3.region",
                        "migrator.s3.pathStyle",
                        "migrator.s3.profile",
                        "migrator.source.url",
                        "migrator.source.user",
                        "migrator.source.server",
                        "migrator.target.url",
                        "migrator.target.user",
                        "migrator.target.server",
                        "migrator.overwrite",
                        "migrator.dryRun",
                        "migrator.jobs",
                        "migrator.skip",
                        "migrator.cacheDirectory",
                        "migrator.showRowValues");
    }

    @Test
    void variablesAreNamedLikeTheSettings() {
        assertThat(SettingKeys.S3_PATH_STYLE.variable()).isEqualTo("MIGRATOR_S3_PATH_STYLE");
    }

    @Test
    void everySettingSaysWhatItIsForAndWhereItMayStand() {
        assertThat(SettingKeys.all()).allSatisfy(key -> {
            assertThat(key.description()).isNotBlank().doesNotEndWith(".");
            assertThat(key.places()).isNotEmpty();
        });
    }
}
