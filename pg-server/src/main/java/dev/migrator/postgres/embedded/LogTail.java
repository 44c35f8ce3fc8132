package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The last words of a program, on one line, and what they mean for its user. */
record LogTail(String text) {

    private static final int LINES = 6;

    static LogTail of(String output) {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new LogTail(String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES), lines.size())));
    }

    static LogTail ofFile(Path log) throws IOException {
        return of(Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "");
    }

    /** The failure of {@code program}, which worked in {@code directory}. */
    EmbeddedServerException failure(String program, Path directory) {
        return new EmbeddedServerException(
                program + " failed", directory + (text.isEmpty() ? "" : ", its last words: " + text), fix(directory));
    }

    private String fix(Path directory) {
        if (says("No space left on device", "Check free disk space", "Disk quota exceeded")) {
            return "The disk is full: make room for " + directory
                    + ", or set migrator.cacheDirectory to a directory on a disk with room";
        }
        if (says("Permission denied")) {
            return "Give the user that runs the build the right to use " + directory
                    + ", or set migrator.cacheDirectory to another directory";
        }
        if (says("error while loading shared libraries", "not found (required by", "cannot execute binary file")) {
            return "PostgreSQL's binaries do not fit this system: give the URL of a server as migrator.target.url";
        }
        return "Mend what it names; where its data is damaged, delete " + directory + " and restore again";
    }

    boolean portTaken() {
        return says("could not bind", "Address already in use");
    }

    /** Server processes of a postmaster that was killed are still on their way out. */
    boolean orphansLeft() {
        return says("pre-existing shared memory block");
    }

    private boolean says(String... words) {
        return Stream.of(words).anyMatch(text::contains);
    }
}
