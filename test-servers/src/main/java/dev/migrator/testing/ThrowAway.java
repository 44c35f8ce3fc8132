package dev.migrator.testing;

import dev.migrator.postgres.embedded.EmbeddedServer;
import dev.migrator.postgres.embedded.EmbeddedServers;
import dev.migrator.postgres.embedded.PinnedBinaries;
import dev.migrator.postgres.embedded.ServerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the tests of this JVM run on the machine itself, data and all gone when it ends. One for each JVM. */
final class ThrowAway {

    /** What some tests need and the product's own servers do without: publications, prepared transactions, many sessions. */
    private static final Map<String, String> SETTINGS = Map.of(
            "wal_level", "logical",
            "max_wal_senders", "10",
            "max_connections", "200",
            "max_prepared_transactions", "10");

    /** Made when something is asked of it, and only then. */
    static final ThrowAway OF_THIS_JVM = new ThrowAway(new Programs());

    private final Programs programs;
    private final EmbeddedServers servers;
    private final ThisJvm jvm;

    private ThrowAway(Programs programs) {
        this.programs = programs;
        this.servers = new EmbeddedServers(programs, programs.cache());
        this.jvm = new ThisJvm(programs.cache().resolve("jvms"), this::discardServers);
    }

    /** An embedded server of this JVM's own; the same one for the same major. */
    EmbeddedServer postgres(int major) {
        return servers.findOrStart(new ServerSpec(jvm.name(), major, SETTINGS));
    }

    ThisJvm jvm() {
        return jvm;
    }

    Programs programs() {
        return programs;
    }

    private void discardServers(String name) {
        Path all = programs.cache().resolve("servers").resolve(name);
        for (int major : PinnedBinaries.majors()) {
            if (Files.isDirectory(all.resolve(Integer.toString(major)))) {
                servers.discard(new ServerSpec(name, major, SETTINGS));
            }
        }
        try {
            Trees.delete(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
