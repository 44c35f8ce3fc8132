package dev.migrator.profile.database;

import dev.migrator.catalog.DatabaseState;
import org.jspecify.annotations.Nullable;

/**
 * What a new database must be like as a whole.
 *
 * @param state of the source database; null for the defaults of the server
 * @param owned whether its owner comes along
 * @param granted whether its grants and the settings of its roles do
 * @param placed whether it is put in the tablespace of that name, where the server has one
 */
public record DatabaseShape(@Nullable DatabaseState state, boolean owned, boolean granted, boolean placed) {

    /** The defaults of the server. */
    public static final DatabaseShape PLAIN = new DatabaseShape(null, false, false, false);
}
