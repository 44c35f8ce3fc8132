package dev.migrator.migration.internal.script;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A text of SQL statements in a file, and how it is read.
 *
 * @param placeholders null for a script that psql could run, which has neither placeholders nor instructions to us
 */
public record Script(Path file, Part part, @Nullable Placeholders placeholders) {

    /** The line {@code -- rollback} makes two of one file. */
    public enum Part {
        /** All statements, wherever the line stands. */
        WHOLE,
        /** Those before the line: what a migration does. */
        FORWARD,
        /** Those behind it: how a migration is taken back. */
        ROLLBACK
    }

    /** A whole file as psql would read it. */
    public static Script plain(Path file) {
        return new Script(file, Part.WHOLE, null);
    }
}
