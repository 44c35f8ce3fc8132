package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.core.settings.SettingSources;
import dev.migrator.core.settings.Settings;
import dev.migrator.profile.disk.Disk;
import dev.migrator.testing.Programs;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class StartDatabaseTest {

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        new StopDatabase(settings(null), new Programs()).stop();
    }

    @Test
    void whatARestoreToldOfItsProfileSurvivesARestartOfTheServer() throws IOException {
        restore("clean");
        Properties restored = connection();

        new StopDatabase(settings(null), new Programs()).stop();
        StartDatabase.Started started = new StartDatabase(settings(null), Effects.REAL, new Programs()).start();

        Properties now = connection();
        assertThat(now.getProperty("url")).isEqualTo("jdbc:postgresql://127.0.0.1:" + started.port() + "/test_clean");
        restored.remove("url");
        now.remove("url");
        assertThat(now).isEqualTo(restored).containsEntry("profile", "clean").containsKey("media.uploads");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherProfileIsNotToldOfWhatWasRestoredBefore() throws IOException {
        restore("clean");

        new StartDatabase(settings("other"), Effects.REAL, new Programs()).start();

        assertThat(connection()).containsEntry("database", "test_other").doesNotContainKeys("profile", "media.uploads");
    }

    @Test
    void laterGoalsAreToldNeitherTheProfileNorTheSnapshot() throws IOException {
        assertThat(restore("clean").forLaterGoals())
                .containsOnlyKeys("url", "user", "password", "database", "media.uploads");
    }

    @Test
    void theMediaOfARestoreThatWasKilledAfterItsSwapArePutInPlace() throws IOException {
        assertThatThrownBy(() -> restore("clean", new DiskThatMovesNoFolder()))
                .hasMessageContaining("its media are not");

        new StartDatabase(settings(null), Effects.REAL, new Programs()).start();

        assertThat(folder.resolve("target/media/uploads")).isDirectory();
    }

    private RestoreProfile.Restored restore(String profile) throws IOException {
        return restore(profile, Disk.local());
    }

    private RestoreProfile.Restored restore(String profile, Disk disk) throws IOException {
        Path home = folder.resolve("profiles").resolve(profile);
        Files.createDirectories(home.resolve("media"));
        Files.writeString(home.resolve("profile.yaml"), "kind: clean-db\nmedia: [{name: uploads, path: media}]\n");
        Files.writeString(home.resolve("schema.sql"), "CREATE TABLE public.note (id int);\n");
        Effects effects = new Effects(Effects.REAL.databases(), Effects.REAL.stores(), disk);
        return new RestoreProfile(settings(profile), effects, new Programs(), event -> {}).restore();
    }

    private Settings settings(String profile) {
        Map<String, String> properties = new HashMap<>();
        properties.put("migrator.cacheDirectory", folder.resolve("cache").toString());
        if (profile != null) {
            properties.put("profile", profile);
        }
        return Settings.resolve(new SettingSources(
                properties, folder, Map.of(), Map.of(), folder, folder.resolve("target"), id -> Optional.empty()));
    }

    private Properties connection() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file())) {
            properties.load(reader);
        }
        return properties;
    }

    private Path file() {
        return folder.resolve("target/connection.properties");
    }
}
