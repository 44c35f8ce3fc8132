package dev.migrator.catalog.kind;

import java.util.regex.Pattern;

/** Which options are secrets by their name, whatever object has them: a catalog ends up in files and logs. */
final class SecretOption {

    /** The whole name, so that {@code password_required} and {@code token_column} stay. */
    private static final Pattern NAME = Pattern.compile(
            ".*(password|passwd|pwd|passphrase|passcode|secret|token|credentials?|(access|private|api)_?key|scram_(client|server)_key)",
            Pattern.CASE_INSENSITIVE);

    private SecretOption() {}

    static boolean is(String name) {
        return NAME.matcher(name).matches();
    }
}
