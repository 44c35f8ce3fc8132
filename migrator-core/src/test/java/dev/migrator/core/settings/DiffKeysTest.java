package dev.migrator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.catalog.ObjectPattern;
import dev.migrator.profile.ProfileName;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffKeysTest {

    private Project project;

    @BeforeEach
    void anEmptyProject(@TempDir Path folder) {
        project = new Project(folder);
    }

    @Test
    void driftOfTheTargetSinceTheSnapshotIsWhatIsComparedWhereNobodySaysElse() {
        assertThat(project.settings().get(DiffKeys.FROM)).isEqualTo(new ComparedSchema.Committed(null));
        assertThat(project.settings().get(DiffKeys.TO)).isEqualTo(new ComparedSchema.Target());
    }

    @Test
    void aSchemaIsNamedInManyWays() {
        assertThat(from("source")).isEqualTo(new ComparedSchema.Source());
        assertThat(from("ref:customer2")).isEqualTo(new ComparedSchema.Committed(new ProfileName("customer2")));
        assertThat(from("db/schema.sql")).isEqualTo(new ComparedSchema.Script(project.path("db/schema.sql")));
        assertThat(from("jdbc:postgresql://db/app")).isEqualTo(new ComparedSchema.Url("jdbc:postgresql://db/app"));
    }

    @Test
    void aPasswordInAUrlIsNotShown() {
        from("jdbc:postgresql://db/app?user=a&password=hidden");
        assertThat(project.settings().setting(DiffKeys.FROM).orElseThrow().shown())
                .isEqualTo("jdbc:postgresql://db/app?user=a&password=***");
    }

    @Test
    void whatNamesNoSchemaIsRefused() {
        assertThatThrownBy(() -> from("prod"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("expected source, target, ref, ref:profile, a file that ends in .sql, or jdbc:");
    }

    @Test
    void objectsAreListedWithCommasOrAsAList() {
        project.migratorYaml("diffExclude: ['schema:audit', 'kind:foreign-key']");
        assertThat(project.settings().get(DiffKeys.EXCLUDE))
                .extracting(ObjectPattern::text)
                .containsExactly("schema:audit", "kind:foreign-key");
        project.typed("migrator.diffExclude", "table:app.log_*, kind:trigger");
        assertThat(project.settings().get(DiffKeys.EXCLUDE))
                .extracting(ObjectPattern::text)
                .containsExactly("table:app.log_*", "kind:trigger");
    }

    @Test
    void whatIsNoPatternIsRefused() {
        project.typed("migrator.diffInclude", "app");
        assertThatThrownBy(project::settings)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("expected schema:name, table:schema.name or kind:foreign-key");
    }

    private ComparedSchema from(String text) {
        return project.typed("migrator.from", text).settings().get(DiffKeys.FROM);
    }
}
