package dev.migrator.postgres.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which server is wanted.
 *
 * @param key names its directory below the cache: one server for each key and major
 * @param major PostgreSQL's major version
 * @param settings of {@code postgresql.conf}, over those that every embedded server has; a running server with others is restarted
 */
public record ServerSpec(String key, int major, Map<String, String> settings) {

    public ServerSpec {
        if (!key.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("not a name of a directory: " + key);
        }
        settings = Map.copyOf(settings);
    }

    /** The server of a project: every build in that directory gets the same one, and no other project does. */
    public static ServerSpec ofProject(Path projectDirectory, int major) {
        Path path = projectDirectory.toAbsolutePath().normalize();
        Path last = path.getFileName();
        String readable = last == null ? "root" : last.toString().replaceAll("[^A-Za-z0-9._-]", "_");
        return new ServerSpec(readable + "-" + Digests.shortSha256(path.toString()), major, Map.of());
    }

    /** Where it lies below the cache. */
    Path home(Path cache) {
        return cache.resolve("servers").resolve(key).resolve(Integer.toString(major));
    }

    /** All settings but the port, as text of a {@code postgresql.conf}; two specifications with equal text want the same server. */
    String configuration() {
        Map<String, String> all = new TreeMap<>(ServerDefaults.SETTINGS);
        all.putAll(settings);
        StringBuilder text = new StringBuilder();
        all.forEach((name, value) -> text.append(name)
                .append(" = '")
                .append(value.replace("'", "''"))
                .append("'\n"));
        return text.toString();
    }

    /** The same for two specifications that a server satisfies alike. */
    String settingsDigest() {
        return Digests.shortSha256(configuration());
    }
}
