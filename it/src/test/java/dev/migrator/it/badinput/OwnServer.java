package dev.migrator.it.badinput;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.embedded.EmbeddedServer;
import dev.migrator.postgres.embedded.EmbeddedServers;
import dev.migrator.postgres.embedded.ServerSpec;
import dev.migrator.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A server that one test alone uses, and may kill. */
final class OwnServer implements AutoCloseable {

    static final int MAJOR = 18;

    private final EmbeddedServers servers;
    private final ServerSpec spec;
    private final EmbeddedServer running;

    private OwnServer(Path cache, ServerSpec spec) {
        this.servers = new EmbeddedServers(new Programs(), cache);
        this.spec = spec;
        this.running = servers.findOrStart(spec);
    }

    /** One of its own. */
    static OwnServer start(Path folder) {
        return new OwnServer(folder.resolve("cache"), new ServerSpec("own", MAJOR, Map.of()));
    }

    /** The one that builds in that folder have, where they are told of that cache. */
    static OwnServer ofProject(Path folder, Path cache) {
        return new OwnServer(cache, ServerSpec.ofProject(folder, MAJOR));
    }

    Database database(String name) {
        return running.database(name);
    }

    String password() {
        return running.password();
    }

    /** Where its data lie. */
    Path home() {
        return running.home();
    }

    /** Ends the server as a loss of power does. */
    void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(home().resolve("data/postmaster.pid")).get(0).strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    /** Ends it, and its databases are gone. */
    @Override
    public void close() {
        servers.discard(spec);
    }
}
