package dev.migrator.core.settings;

import java.util.ArrayList;
import java.util.List;

/** Says where a setting belongs that stands where it must not. */
final class Misplaced {

    private Misplaced() {}

    /** Never with the value, which may be a password. */
    static String words(SettingKey<?> key) {
        List<String> right = new ArrayList<>();
        for (Place place : Place.values()) {
            if (key.allowedIn(place)) {
                right.add(where(key, place));
            }
        }
        return "'" + key.name() + "' cannot be set here, only by " + String.join(" or ", right);
    }

    /** How to write a setting in a place. */
    static String where(SettingKey<?> key, Place place) {
        return switch (place) {
            case COMMAND_LINE -> "-D" + key.properties().get(0);
            case ENVIRONMENT -> "environment " + key.variable();
            case POM -> "<" + key.name().replace(".", "><") + "> in the POM";
            case PROFILE_FILE, PROJECT_FILE -> key.fileName() + " in " + place.words();
        };
    }
}
