package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import dev.migrator.profile.media.MediaPlacement;
import org.jspecify.annotations.Nullable;

/**
 * What is to be put in the place of which database.
 *
 * @param target the database to replace; it need not exist
 * @param source the database that the profile is captured from, which is never overwritten; null where none is configured. It need not be
 *     reachable
 * @param marker what the new database is marked with
 * @param overwrite the name of the one database that may be overwritten although migrator did not make it; null for none
 * @param terminateSessions whether sessions that are connected to the target are ended rather than waited for by their owners
 * @param filling what the new database holds
 * @param replay runs on the new database before it takes the target's name
 * @param media which folders are replaced together with the database
 */
public record ReplacementRequest(
        Database target,
        @Nullable Database source,
        Marker marker,
        @Nullable String overwrite,
        boolean terminateSessions,
        Filling filling,
        BeforeSwap replay,
        MediaPlacement media) {}
