package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine as the artifacts of PostgreSQL's binaries name it.
 *
 * @param classifier {@code linux-amd64}, {@code linux-arm64v8-alpine}, {@code darwin-arm64v8}, {@code windows-amd64}, …
 */
public record Platform(String classifier) {

    /** The machine that this JVM runs on. */
    public static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"), runsOnMusl());
    }

    /**
     * @param os the JVM's {@code os.name}
     * @param architecture the JVM's {@code os.arch}
     * @param musl whether the C library is musl (Alpine), for which there are binaries of their own
     * @throws EmbeddedServerException where no binaries are published for it
     */
    static Platform of(String os, String architecture, boolean musl) {
        String family = os.toLowerCase(Locale.ROOT);
        String machine =
                switch (architecture.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64v8";
                    case "ppc64le" -> "ppc64le";
                    default -> throw unknown(os, architecture);
                };
        if (family.startsWith("windows")) {
            // Windows runs amd64 programs on either architecture, and binaries are published for that one only.
            return new Platform("windows-amd64");
        }
        if (family.startsWith("mac") && !machine.equals("ppc64le")) {
            return new Platform("darwin-" + machine);
        }
        if (family.startsWith("linux")) {
            return new Platform("linux-" + machine + (musl ? "-alpine" : ""));
        }
        throw unknown(os, architecture);
    }

    private static EmbeddedServerException unknown(String os, String architecture) {
        return new EmbeddedServerException(
                "no embedded PostgreSQL for this machine",
                os + " on " + architecture,
                "Run a PostgreSQL of your own and give its URL as migrator.target.url");
    }

    /** Whether this very process has been linked by musl; a musl beside another C library says nothing. */
    private static boolean runsOnMusl() {
        Path maps = Path.of("/proc/self/maps");
        try {
            return Files.isReadable(maps) && Files.readString(maps).contains("/ld-musl-");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return classifier;
    }
}
