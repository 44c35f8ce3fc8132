package dev.migrator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrator.migration.MigrationProblem.Kind;
import dev.migrator.migration.MigrationVersion;
import dev.migrator.migration.Policies;
import dev.migrator.migration.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationKeysTest {

    private static final Policies CHOSEN =
            new Policies(Map.of(Kind.OUT_OF_ORDER, Policy.WARN, Kind.GAP, Policy.FAIL, Kind.CHANGED, Policy.IGNORE));

    private Project project;

    @BeforeEach
    void anEmptyProject(@TempDir Path folder) {
        project = new Project(folder);
    }

    @Test
    void policiesAreAMapInAFileAndPairsOnACommandLine() {
        project.migratorYaml("policies: {out-of-order: warn, gap: fail, changed: ignore}\n");
        assertThat(project.settings().get(MigrationKeys.POLICIES)).isEqualTo(CHOSEN);

        project.migratorYaml("").typed("migrator.policies", "out-of-order=warn, gap=fail,changed=ignore");
        assertThat(project.settings().get(MigrationKeys.POLICIES)).isEqualTo(CHOSEN);
    }

    @Test
    void policiesAreShownWithTheirPlace() {
        project.migratorYaml("jobs: 2\npolicies:\n  out-of-order: warn\n  gap: fail\n");

        ResolvedSetting<Policies> shown =
                project.settings().setting(MigrationKeys.POLICIES).orElseThrow();
        assertThat(shown.shown()).isEqualTo("gap: fail, out-of-order: warn");
        assertThat(shown.origin()).hasToString("profiles/migrator.yaml:3");
    }

    @Test
    void aBadPolicyIsToldWithItsPlaceAndWhatWouldBeRight() {
        project.migratorYaml("""
                policies:
                  chnged: warn
                  gap: error
                  missing: [warn]
                  refused-statement: warn
                """).typed("migrator.policies", "").environment("MIGRATOR_POLICIES", "");
        assertThat(problems())
                .containsExactly(
                        "profiles/migrator.yaml:2: 'policies' knows no problem 'chnged'; did you mean 'changed'?",
                        "profiles/migrator.yaml:3: expected fail | warn | ignore as the policy for 'gap', not 'error'",
                        "profiles/migrator.yaml:4: expected fail | warn | ignore as the policy for 'missing'",
                        "profiles/migrator.yaml:5: 'policies' knows no problem 'refused-statement', only bad-name, changed,"
                                + " duplicate-version, empty, future, gap, missing, out-of-order, unreadable, version-taken");

        project.migratorYaml("").typed("migrator.policies", "warn");
        assertThat(problems())
                .containsExactly("-Dmigrator.policies: expected problem: fail | warn | ignore,"
                        + " or problem=policy on a command line");
    }

    @Test
    void timesHaveAUnitOfPostgreSql() {
        project.migratorYaml("lockTimeout: 500ms\nstatementTimeout: 5min\n");

        assertThat(project.settings().get(MigrationKeys.LOCK_TIMEOUT)).isEqualTo(Duration.ofMillis(500));
        assertThat(project.settings().get(MigrationKeys.STATEMENT_TIMEOUT)).isEqualTo(Duration.ofMinutes(5));
        assertThat(shown("1500ms")).isEqualTo("1500ms");
        assertThat(shown("60 s")).isEqualTo("1min");
        assertThat(shown("0")).isEqualTo("0");
    }

    @Test
    void whereNothingIsSaidNothingIsLimitedAndThreeRetriesAreMade() {
        Settings settings = project.settings();
        assertThat(settings.get(MigrationKeys.LOCK_TIMEOUT)).isZero();
        assertThat(settings.get(MigrationKeys.STATEMENT_TIMEOUT)).isZero();
        assertThat(settings.get(MigrationKeys.RETRIES)).isEqualTo(3);
        assertThat(settings.find(MigrationKeys.TARGET_VERSION)).isEmpty();
    }

    @Test
    void whatIsNoTimeOrNumberIsRefused() {
        project.migratorYaml("lockTimeout: 10\nstatementTimeout: 600h\nretries: -1\n")
                .typed("count", "0")
                .typed("to", "newest")
                .typed("name", "two words");
        assertThat(problems())
                .containsExactly(
                        "-Dcount: expected a whole number from 1 to 1000000, not '0'",
                        "-Dname: expected letters, digits, _ and -, not 'two words'",
                        "-Dto: expected the number of a migration, not 'newest'",
                        "profiles/migrator.yaml:1: expected a time like 500ms, 10s, 5min or 1h, or 0 for no limit, not '10'",
                        "profiles/migrator.yaml:2: expected a time like 500ms, 10s, 5min or 1h, or 0 for no limit, not '600h'",
                        "profiles/migrator.yaml:3: expected a whole number from 0 to 100, not '-1'");
    }

    @Test
    void aShortNameIsAsGoodAsTheWholeOne() {
        project.typed("target", "007").typed("migrator.count", "2").typed("dryRun", "true");

        assertThat(project.settings().get(MigrationKeys.TARGET_VERSION)).isEqualTo(new MigrationVersion("007"));
        assertThat(project.settings().get(MigrationKeys.COUNT)).isEqualTo(2);
        assertThat(project.settings().get(SettingKeys.DRY_RUN)).isTrue();
        assertThat(project.settings()
                        .setting(MigrationKeys.TARGET_VERSION)
                        .orElseThrow()
                        .origin())
                .hasToString("-Dtarget");
    }

    private String shown(String limit) {
        return project.typed("migrator.lockTimeout", limit)
                .settings()
                .setting(MigrationKeys.LOCK_TIMEOUT)
                .orElseThrow()
                .shown();
    }

    private List<String> problems() {
        return catchThrowableOfType(ConfigurationException.class, project::settings)
                .problems();
    }
}
