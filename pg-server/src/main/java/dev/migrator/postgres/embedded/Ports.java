package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ports to try for a server: first the one that it had, so that what an IDE remembers goes on working, then any that is free.
 * Whoever takes one before the server does makes the server fail, and the next is tried.
 */
final class Ports implements IntSupplier {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final Pattern PORT = Pattern.compile("^port = (\\d+)$", Pattern.MULTILINE);

    private int last;

    /** After the port in the {@code postgresql.conf} of the directory, where there is one. */
    Ports(Path conf) throws IOException {
        Path file = conf.resolve("postgresql.conf");
        Matcher port = PORT.matcher(Files.exists(file) ? Files.readString(file) : "");
        this.last = port.find() ? Integer.parseInt(port.group(1)) : 0;
    }

    @Override
    public int getAsInt() {
        int wanted = last;
        last = 0;
        if (wanted > 0 && isFree(wanted)) {
            return wanted;
        }
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "no free port for the embedded server", "127.0.0.1", "Close programs that hold many ports open", e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
            return free.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
