package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.core.settings.Project;
import dev.migrator.profile.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionPropertiesTest {

    private Project project;
    private ConnectionProperties connection;

    @BeforeEach
    void noFileYet(@TempDir Path folder) {
        project = new Project(folder);
        connection = new ConnectionProperties(project.settings(), Disk.local());
    }

    @Test
    void sayNothingWhereThereIsNoFile() {
        assertThat(connection.read()).isEmpty();
    }

    @Test
    void sayNothingWhereNobodyCanMakeSenseOfTheFile() {
        project.file("target/migrator/connection.properties", "url=\\uABC");

        assertThat(connection.read()).isEmpty();
    }

    @Test
    void areReadAsTheyWereWritten() {
        Map<String, String> odd = Map.of("password", "\u00fc=#\\ \n", "url", "jdbc:postgresql://127.0.0.1:5/a");

        connection.write(odd);

        assertThat(connection.read()).isEqualTo(odd);
        assertThat(connection.shown()).isEqualTo("target/migrator/connection.properties");
    }

    @Test
    void areReadableByTheirOwnerOnlyAndHoldNoTime() throws IOException {
        connection.write(Map.of("b", "2", "a", "1"));

        Path file = project.path("target/migrator/connection.properties");
        assertThat(Files.readString(file)).isEqualTo("a=1\nb=2\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
