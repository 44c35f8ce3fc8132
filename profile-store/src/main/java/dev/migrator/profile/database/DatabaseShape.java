package dev.migrator.profile.database;

import dev.migrator.catalog.DatabaseState;
import org.jspecify.annotations.Nullable;

/**
 * What a new database must be like as a whole.
 *
 * @param state of the source database; null for the defaults of the server
 * @param ownership whether its owner, its grants and the settings of its roles come along
 */
public record DatabaseShape(@Nullable DatabaseState state, boolean ownership) {

    /** The defaults of the server. */
    public static final DatabaseShape PLAIN = new DatabaseShape(null, false);
}
