package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalInt;

/** The server process of one data directory, started and stopped with {@code pg_ctl}, which detaches it from this JVM. */
record Postmaster(ServerHome home, Installation installation) {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int PORTS_TO_TRY = 20;
    private static final int ORPHAN_POLLS = 150;
    private static final long POLL_MILLIS = 200;

    /** A start ends when the server is ready or gone, however long it recovers. */
    private static final String PATIENCE = "--timeout=86400";

    /** Whether a process works in the data directory, whatever it answers. */
    boolean runs() throws IOException {
        return PostmasterFile.read(home.data())
                .filter(PostmasterFile::writerRuns)
                .isPresent();
    }

    /** Where it listens, if it runs and answers; waits while it is on its way up or down. */
    OptionalInt port(String password) throws IOException {
        while (true) {
            var file = PostmasterFile.read(home.data());
            if (file.isEmpty()) {
                return OptionalInt.empty();
            }
            switch (Answer.from(file.get().port(), password, home.data())) {
                case OURS -> {
                    return OptionalInt.of(file.get().port());
                }
                case NONE -> {
                    return OptionalInt.empty();
                }
                case NOT_YET -> pause();
            }
        }
    }

    /** Starts it on a free port and waits until it is ready. Nothing may run in the data directory. */
    int start(String configuration) throws IOException {
        // Its writer is gone, and its number may be another's by now, whom PostgreSQL would take for a running server.
        Files.deleteIfExists(PostmasterFile.in(home.data()));
        home.writeConf("pg_hba.conf", ServerDefaults.HOST_BASED_AUTHENTICATION);
        home.writeConf("pg_ident.conf", "");
        int ports = 0;
        int polls = 0;
        while (true) {
            int port = freePort();
            home.writeConf("postgresql.conf", configurationFile(configuration, port));
            if (Files.exists(home.log())) {
                Files.move(home.log(), home.log().resolveSibling("previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            Program started = pgCtl("start", "--log=" + home.log(), "--wait", PATIENCE);
            if (started.succeeded()) {
                return port;
            }
            LogTail tail = LogTail.ofFile(home.log());
            if (tail.portTaken() && ++ports < PORTS_TO_TRY) {
                continue;
            }
            if (tail.orphansLeft() && ++polls < ORPHAN_POLLS) {
                pause();
                continue;
            }
            throw (tail.text().isEmpty() ? LogTail.of(started.output()) : tail)
                    .failure("starting PostgreSQL " + installation.version(), home.directory());
        }
    }

    /** Stops it: its clients are cut off; where it does not obey, it is killed and recovers at the next start. */
    void stop() throws IOException {
        if (!pgCtl("stop", "--mode=fast", "--wait", "--timeout=60").succeeded() && runs()) {
            kill();
        }
    }

    /** Stops it without writing down what it has in memory; for data that is thrown away. */
    void kill() throws IOException {
        Program stopped = pgCtl("stop", "--mode=immediate", "--wait", "--timeout=60");
        if (!stopped.succeeded() && runs()) {
            throw LogTail.of(stopped.output()).failure("stopping PostgreSQL", home.directory());
        }
    }

    private Program pgCtl(String action, String... options) throws IOException {
        var command =
                new java.util.ArrayList<>(List.of(installation.program("pg_ctl"), action, "--pgdata=" + home.conf()));
        command.addAll(List.of(options));
        return Program.run(home.account().command(command));
    }

    private String configurationFile(String configuration, int port) {
        return "include = " + quoted(home.data().resolve("postgresql.conf")) + "\n"
                + "data_directory = " + quoted(home.data()) + "\n"
                + "port = " + port + "\n"
                + configuration;
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("\\", "/").replace("'", "''") + "'";
    }

    /** One that is free now; whoever takes it before the server does makes the server fail, and another is tried. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a server", e);
        }
    }
}
