package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last words of a program, and what they mean for its user. */
record LogTail(String text) {

    private static final int LINES = 8;

    static LogTail of(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return new LogTail(String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size())));
    }

    static LogTail ofFile(Path log) throws IOException {
        return of(Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "");
    }

    /** The failure of {@code program}, which worked in {@code directory}. */
    EmbeddedServerException failure(String program, Path directory) {
        return new EmbeddedServerException(
                program + " failed",
                directory + (text.isEmpty() ? "" : ", its last words:\n" + text + "\n"),
                fix(directory));
    }

    private String fix(Path directory) {
        if (text.contains("No space left on device")) {
            return "The disk is full: make room in " + directory
                    + ", or set migrator.cacheDirectory to a disk with room";
        }
        if (text.contains("Permission denied")) {
            return "Give the user that runs the build the right to use " + directory
                    + ", or set migrator.cacheDirectory to another directory";
        }
        if (text.contains("error while loading shared libraries") || text.contains("not found (required by")) {
            return "PostgreSQL's binaries do not fit this system's libraries: give the URL of a server as migrator.target.url";
        }
        return "Mend what it names; where its data is damaged, delete " + directory + " and restore again";
    }

    boolean portTaken() {
        return text.contains("could not bind") || text.contains("Address already in use");
    }

    /** Server processes of a postmaster that was killed are still on their way out. */
    boolean orphansLeft() {
        return text.contains("pre-existing shared memory block");
    }
}
