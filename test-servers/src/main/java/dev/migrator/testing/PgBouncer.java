package dev.migrator.testing;

import dev.migrator.postgres.Credentials;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.JdbcDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The real pgbouncer in front of a server of the tests, where the machine has it installed. */
public final class PgBouncer implements AutoCloseable {

    private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/pgbouncer"), Path.of("/usr/bin/pgbouncer"));
    private static final long POLL_MILLIS = 50;

    private final Process process;
    private final TestPostgres server;
    private final int port;
    private final Path directory;

    private PgBouncer(Process process, TestPostgres server, int port, Path directory) {
        this.process = process;
        this.server = server;
        this.port = port;
        this.directory = directory;
    }

    /** Whether {@link #start} can be called. */
    public static boolean isInstalled() {
        return PLACES.stream().anyMatch(Files::isExecutable);
    }

    /**
     * Starts it.
     *
     * @param mode {@code session}, {@code transaction} or {@code statement}
     */
    public static PgBouncer start(TestPostgres server, String mode) throws IOException {
        // Where the user that it changes to can read it, which the directory of the build need not be.
        Path directory = Files.createTempDirectory("pgbouncer");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = freePort();
        Path users = directory.resolve("users.txt");
        Files.writeString(users, "\"%s\" \"%s\"%n".formatted(server.user(), server.password()));
        Path configuration = directory.resolve("pgbouncer.ini");
        Files.writeString(configuration, """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = %s
                """.formatted(server.host(), server.port(), port, users, mode));
        Process process = new ProcessBuilder(command(configuration))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("pgbouncer.log").toFile())
                .start();
        ThrowAway.OF_THIS_JVM.jvm().adopt(process);
        awaitPort(process, port, directory);
        return new PgBouncer(process, server, port, directory);
    }

    /** A database of the server, through the pooler. */
    public Database database(String name) {
        return JdbcDatabase.of(
                        "jdbc:postgresql://127.0.0.1:" + port + "/", new Credentials(server.user(), server.password()))
                .named(name);
    }

    /** The pooler's own port on 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        try {
            Trees.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It refuses to run as root, and changes to the user that it is told. */
    private static List<String> command(Path configuration) {
        List<String> command = new ArrayList<>();
        command.add(PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow()
                .toString());
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=nobody");
        }
        command.add(configuration.toString());
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(Process process, int port, Path directory) throws IOException {
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw new IOException(Files.readString(directory.resolve("pgbouncer.log")), e);
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
