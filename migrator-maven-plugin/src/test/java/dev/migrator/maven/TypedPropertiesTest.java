package dev.migrator.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypedPropertiesTest {

    private final Properties system = new Properties();
    private final Properties user = new Properties();

    @Test
    void whatWasTypedWinsOverMavenOpts() {
        system.setProperty("migrator.store", "file:/machine");
        system.setProperty("migrator.jobs", "2");
        user.setProperty("migrator.store", "file:/typed");

        assertThat(seen()).isEqualTo(Map.of("migrator.store", "file:/typed", "migrator.jobs", "2"));
    }

    @Test
    void aShortNameThatTheGoalDoesNotListenToIsAnotherPlugins() {
        user.setProperty("target", "production");
        user.setProperty("profile", "customer1");

        assertThat(seen("profile")).isEqualTo(Map.of("profile", "customer1"));
        assertThat(seen("profile", "target")).containsEntry("target", "production");
    }

    @Test
    void aShortNameInMavenOptsIsSomebodyElses() {
        system.setProperty("name", "a machine");

        assertThat(seen("name")).isEmpty();
    }

    private Map<String, String> seen(String... shortNames) {
        return TypedProperties.of(system, user, Set.of(shortNames));
    }
}
