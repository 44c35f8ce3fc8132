package dev.migrator.it.maven;

import java.util.List;

/** How a build ended and all that it printed. */
public record MavenResult(int exitCode, String output) {

    /** Maven sets the terminal's colours back when it ends, wherever that is. */
    private static final String COLOUR = "\u001B\\[[0-9;]*m";

    /** The lines that Maven printed as errors, without their mark. */
    public List<String> errors() {
        return output.replaceAll(COLOUR, "")
                .lines()
                .filter(line -> line.startsWith("[ERROR] "))
                .map(line -> line.substring("[ERROR] ".length()))
                .toList();
    }

    /** What tells the user what failed, without the words that Maven puts around it; the rest of its errors are its own advice. */
    public String sentence() {
        return errors().stream()
                .findFirst()
                .orElse("")
                .replaceFirst("^Failed to execute goal \\S+ \\(.*?\\) on project \\S+: ", "")
                .replaceFirst(" -> \\[Help 1]$", "");
    }
}
