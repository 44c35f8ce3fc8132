package dev.migrator.it.badinput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What each mistake is answered with, as a table to read: {@code target/bad-inputs.md}, a line for each refusal of the newest run. */
final class SentenceTable {

    private static final Path FILE = Path.of("target", "bad-inputs.md");

    static {
        try {
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private SentenceTable() {}

    static synchronized void add(String test, String sentence) throws IOException {
        String words = test.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        Files.writeString(
                FILE,
                "| " + words + " | " + sentence.replace("|", "\\|") + " |\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
