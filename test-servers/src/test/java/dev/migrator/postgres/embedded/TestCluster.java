package dev.migrator.postgres.embedded;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import dev.migrator.testing.Programs;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** One project's embedded server, and what can befall it. Discarded when closed. */
final class TestCluster implements AutoCloseable {

    final EmbeddedServers servers;
    final ServerSpec spec;
    final Path cache;

    TestCluster(EmbeddedServers servers, Path cache, int major) {
        this.servers = servers;
        this.cache = cache;
        this.spec = new ServerSpec("test-" + UUID.randomUUID(), major, Map.of());
    }

    static TestCluster of(int major) {
        Programs programs = new Programs();
        return new TestCluster(new EmbeddedServers(programs, programs.cache()), programs.cache(), major);
    }

    static TestCluster newest() {
        return of(TestPostgres.newestMajor());
    }

    EmbeddedServer start() {
        return servers.findOrStart(spec);
    }

    Path home() {
        return spec.home(cache);
    }

    Path data() {
        return home().resolve("data");
    }

    PostmasterFile postmaster() throws IOException {
        return PostmasterFile.read(data()).orElseThrow();
    }

    /** As {@code kill -9} of the server does, and waits until it is gone. */
    void killHard() throws IOException {
        ProcessHandle process = ProcessHandle.of(postmaster().pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Changes one line of {@code postmaster.pid}, counted from 0. */
    void forgePostmaster(int line, Object value) throws IOException {
        Path file = PostmasterFile.in(data());
        var lines = new java.util.ArrayList<>(Files.readAllLines(file));
        lines.set(line, value.toString());
        Files.write(file, lines);
    }

    /** As if the machine had been started anew since the server was. */
    void forgeReboot() throws IOException {
        Path file = home().resolve("server.properties");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^boot=.*$", "boot=another"));
    }

    static void createDatabase(EmbeddedServer server, String name) throws SQLException {
        run(server.maintenance(), "CREATE DATABASE " + SqlText.name(name));
    }

    static boolean databaseExists(EmbeddedServer server, String name) throws SQLException {
        return ask(server.maintenance(), "SELECT count(*) FROM pg_database WHERE datname = " + SqlText.literal(name))
                .equals("1");
    }

    static String ask(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        servers.discard(spec);
        try {
            PrivateFiles.deleteTree(cache.resolve("servers").resolve(spec.key()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
