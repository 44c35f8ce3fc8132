package dev.migrator.it.maven;

import java.util.List;

/** How a build ended and all that it printed. */
public record MavenResult(int exitCode, String output) {

    /** The lines that Maven printed as errors, without their mark. */
    public List<String> errors() {
        return output.lines()
                .filter(line -> line.startsWith("[ERROR] "))
                .map(line -> line.substring("[ERROR] ".length()))
                .toList();
    }

    /** The one line that tells the user what failed; the rest of Maven's errors are its own advice. */
    public String sentence() {
        return errors().stream().findFirst().orElse("");
    }
}
