package dev.migrator.profile;

import dev.migrator.error.MigratorException;
import java.util.regex.Pattern;

/**
 * The name of a profile: lower-case letters, digits, dots, hyphens and underscores, at most 63 of them, first a letter or digit. It is a
 * folder's name, a prefix of the store and part of a database's name, so what could mean something else in any of these is refused.
 */
public record ProfileName(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    /** @throws InvalidProfileNameException where the name could mean something else as a path, a key or a database */
    public ProfileName {
        if (!isValid(value)) {
            throw new InvalidProfileNameException(value);
        }
    }

    /** Whether it can be a profile's name. */
    public static boolean isValid(String name) {
        return ALLOWED.matcher(name).matches() && !name.contains("..");
    }

    @Override
    public String toString() {
        return value;
    }

    /** A name that cannot be a profile's. */
    public static final class InvalidProfileNameException extends MigratorException {
        private static final long serialVersionUID = 1L;

        InvalidProfileNameException(String name) {
            super(
                    "not a profile name",
                    '\''
                            + (name.length() > 80
                                    ? name.substring(0, 80) + "… (" + name.length() + " characters)"
                                    : name)
                            + '\'',
                    "Use at most 63 lower-case letters, digits, '.', '-' and '_', beginning with a letter or digit");
        }
    }
}
