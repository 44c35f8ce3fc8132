package dev.migrator.postgres.embedded;

import dev.migrator.testing.Programs;
import java.nio.file.Path;
import java.util.Map;

/** A build of its own: a JVM that finds or starts a server, prints {@code origin port}, and ends. */
final class StartServer {

    private StartServer() {}

    /** Arguments: cache, key, major, and the directory with the jars. */
    public static void main(String[] arguments) {
        Path jars = Path.of(arguments[3]);
        EmbeddedServers servers = new EmbeddedServers(
                (platform, version) -> jars.resolve(PostgresBinaries.artifact(platform) + "-" + version + ".jar"),
                Path.of(arguments[0]));
        EmbeddedServer server =
                servers.findOrStart(new ServerSpec(arguments[1], Integer.parseInt(arguments[2]), Map.of()));
        System.out.println(server.origin() + " " + server.port());
    }

    static String[] arguments(Path cache, ServerSpec spec) {
        return new String[] {
            cache.toString(),
            spec.key(),
            Integer.toString(spec.major()),
            new Programs().directory().toString()
        };
    }
}
