package dev.migrator.catalog;

import dev.migrator.postgres.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * What {@code SECURITY LABEL} has set.
 *
 * @param on the part of the object that it is about, as the command names it: {@code COLUMN app.people.email}; null for the object itself
 * @param provider of the label, whose library must be loaded where the label is set
 */
public record SecurityLabel(@Nullable String on, String provider, String text) {

    /**
     * The statement that sets it.
     *
     * @param object as the command names it: {@code TABLE app.people}
     */
    public String sql(String object) {
        return "SECURITY LABEL FOR " + SqlText.name(provider) + " ON " + (on == null ? object : on) + " IS "
                + SqlText.literal(text);
    }
}
