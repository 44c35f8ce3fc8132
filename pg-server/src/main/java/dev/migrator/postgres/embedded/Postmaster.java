package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** The server process of one data directory, started and stopped with {@code pg_ctl}, which detaches it from this JVM. */
record Postmaster(ServerHome home, Installation installation) {

    private static final int PORTS_TO_TRY = 20;

    /** Server processes of a postmaster that was killed end when they notice, half a minute at most. */
    private static final int ORPHAN_PAUSES = 300;

    /** A start ends when the server is ready or gone, however long it recovers. */
    private static final String PATIENCE = "--timeout=86400";

    /**
     * Starts it on the first of {@code ports} that nobody takes, and waits until it is ready. Nothing may run in the data directory.
     *
     * @return the port
     * @throws EmbeddedServerException with the last lines of the server's log
     */
    int start(String configuration, IntSupplier ports) throws IOException {
        // Its writer is gone, and its number may be another's by now, whom PostgreSQL would take for a running server.
        Files.deleteIfExists(PostmasterFile.in(home.data()));
        home.writeConf("pg_hba.conf", ServerDefaults.HOST_BASED_AUTHENTICATION);
        home.writeConf("pg_ident.conf", "");
        int taken = 0;
        int pauses = 0;
        while (true) {
            int port = ports.getAsInt();
            home.writeConf("postgresql.conf", configurationFile(configuration, port));
            keepPreviousLog();
            Program started = pgCtl("start", "--log=" + home.log(), "--wait", PATIENCE);
            if (started.succeeded()) {
                return port;
            }
            LogTail tail = LogTail.ofFile(home.log());
            if (tail.portTaken() && ++taken < PORTS_TO_TRY) {
                continue;
            }
            if (tail.orphansLeft() && ++pauses < ORPHAN_PAUSES) {
                Pause.once();
                continue;
            }
            throw (tail.text().isEmpty() ? LogTail.of(started.output()) : tail)
                    .failure("starting PostgreSQL " + installation.version(), home.directory());
        }
    }

    /** Stops it: its clients are cut off; where it does not obey, it is killed and recovers at the next start. */
    void stop() throws IOException {
        if (!pgCtl("stop", "--mode=fast", "--wait", "--timeout=60").succeeded()) {
            kill();
        }
    }

    /** Stops it without writing down what it has in memory; for data that is thrown away. */
    void kill() throws IOException {
        Program stopped = pgCtl("stop", "--mode=immediate", "--wait", "--timeout=60");
        if (!stopped.succeeded() && PostmasterFile.running(home.data()).isPresent()) {
            throw LogTail.of(stopped.output()).failure("stopping PostgreSQL", home.directory());
        }
    }

    private Program pgCtl(String action, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(installation.program("pg_ctl"), action, "--pgdata=" + home.conf()));
        command.addAll(List.of(options));
        return Program.run(home.account().command(command));
    }

    private void keepPreviousLog() throws IOException {
        if (Files.exists(home.log())) {
            Files.move(home.log(), home.log().resolveSibling("previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String configurationFile(String configuration, int port) {
        return "include = " + quoted(home.data().resolve("postgresql.conf")) + "\n"
                + "data_directory = " + quoted(home.data()) + "\n"
                + "port = " + port + "\n"
                + configuration;
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace('\\', '/').replace("'", "''") + "'";
    }
}
