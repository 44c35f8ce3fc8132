package dev.migrator.core.settings;

import dev.migrator.error.MigratorException;
import java.util.ArrayList;
import java.util.List;

/** A goal needs a setting that nobody gives. */
public final class MissingSettingException extends MigratorException {

    private static final long serialVersionUID = 1L;

    MissingSettingException(SettingKey<?> key) {
        super("setting is missing", key.name(), fix(key));
    }

    private static String fix(SettingKey<?> key) {
        List<String> ways = new ArrayList<>();
        for (Place place : Place.values()) {
            if (key.allowedIn(place)) {
                ways.add(
                        place == Place.COMMAND_LINE ? Misplaced.where(key, place) + "=…" : Misplaced.where(key, place));
            }
        }
        return "Give " + String.join(", or ", ways) + " (" + key.expected() + ")";
    }
}
