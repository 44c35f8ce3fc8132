package dev.migrator.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.core.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectClassesTest {

    @TempDir
    private Path folder;

    @Test
    void aProjectSeesItsOwnClassesAndNoneOfOurs() throws Exception {
        Files.writeString(folder.resolve("own.txt"), "own");

        new ProjectClasses(List.of(folder)).with(loader -> {
            assertThat(loader.getResource("own.txt")).isNotNull();
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(loader);
            assertThatThrownBy(() -> loader.loadClass(Settings.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            return loader;
        });
    }

    @Test
    void afterwardsTheThreadIsAsItWasAndTheJvmKnowsNoDriverOfTheProject() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        List<Path> jars = new BuildOfATest(folder).classPath(FlywayConfiguration.PLUGIN);

        Class<?> driver = new ProjectClasses(jars).with(loader -> new Mirror(loader).type("org.postgresql.Driver"));

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThat(driver.getMethod("isRegistered").invoke(null)).isEqualTo(false);
    }

    @Test
    void aLibraryThatTheProjectLacksIsNamed() {
        assertThatThrownBy(() -> new ProjectClasses(List.of(folder))
                        .with(loader -> new Mirror(loader).type("org.flywaydb.core.Flyway")))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("org.flywaydb.core.Flyway");
    }
}
