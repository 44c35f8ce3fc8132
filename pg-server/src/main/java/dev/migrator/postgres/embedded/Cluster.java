package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data directory of a server: what {@code initdb} makes. */
record Cluster(ServerHome home, Installation installation) {

    /**
     * Sorts by code point on every machine, which needs no locale of the system; knows the letters of all languages where the system
     * has one of these character types, and those of ASCII where it has none.
     */
    private static final List<String> CHARACTER_TYPES = List.of("C.UTF-8", "en_US.UTF-8", "C");

    private static final int CHECKSUMS_BY_DEFAULT = 18;
    private static final String PASSWORD_FILE = "initial-password";

    boolean exists() {
        return Files.exists(home.data().resolve("PG_VERSION"));
    }

    void remove() throws IOException {
        PrivateFiles.deleteTree(home.data());
    }

    /** Makes a new one where none is: wholly or, where the machine dies meanwhile, not at all. */
    void create(String password) throws IOException {
        Path fresh = home.directory().resolve("data.new");
        Program last = new Program(1, "");
        for (String characterType : CHARACTER_TYPES) {
            PrivateFiles.deleteTree(fresh);
            home.handOver(fresh);
            last = initdb(fresh, characterType, password);
            if (!last.output().contains("invalid locale")) {
                break;
            }
        }
        if (!last.succeeded()) {
            PrivateFiles.deleteTree(fresh);
            throw LogTail.of(last.output()).failure("initdb", home.directory());
        }
        Files.move(fresh, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Program initdb(Path directory, String characterType, String password) throws IOException {
        Path passwordFile = home.directory().resolve(PASSWORD_FILE);
        try {
            PrivateFiles.write(home.directory(), PASSWORD_FILE, password + "\n");
            home.giveTo(passwordFile);
            List<String> command = new ArrayList<>(List.of(
                    installation.program("initdb"),
                    "--pgdata=" + directory,
                    "--username=" + EmbeddedServer.USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--lc-ctype=" + characterType,
                    "--no-sync",
                    "--no-instructions"));
            if (installation.major() >= CHECKSUMS_BY_DEFAULT) {
                command.add("--no-data-checksums");
            }
            return Program.run(home.account().command(command));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }
}
