package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What the next call must know of a server that no file of PostgreSQL's tells it; where it listens and which process it is stands in
 * {@code postmaster.pid}, so that there is one truth.
 *
 * @param password of the superuser
 * @param version the release that it runs: {@code 17.11.0}
 * @param settings tells by which {@link ServerSpec#settingsDigest() settings} it was last started
 * @param boot the boot of the machine in which it was last started
 */
record ServerState(String password, String version, String settings, String boot) {

    private static final String FILE = "server.properties";

    /** Empty where no server was ever set up to its end. */
    static Optional<ServerState> read(Path home) throws IOException {
        Properties read = new Properties();
        try {
            read.load(new StringReader(Files.readString(home.resolve(FILE))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(new ServerState(
                read.getProperty("password", ""),
                read.getProperty("version", ""),
                read.getProperty("settings", ""),
                read.getProperty("boot", "")));
    }

    /** Written with mode 0600. */
    void write(Path home) throws IOException {
        PrivateFiles.write(home, FILE, """
                password=%s
                version=%s
                settings=%s
                boot=%s
                """.formatted(password, version, settings, boot));
    }

    /** The same server, started in this boot of the machine. */
    ServerState startedNow(String newVersion, String newSettings) {
        return new ServerState(password, newVersion, newSettings, Boot.id());
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "ServerState[version=" + version + ", boot=" + boot + "]";
    }
}
