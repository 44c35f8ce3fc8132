package dev.migrator.profile.capture;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds the newest migration that is applied in the source; the replay of a restore begins behind it. */
@FunctionalInterface
public interface VersionProbe {

    /**
     * Asks inside of the capture's transaction, so that it sees what the snapshot holds; must not fail where nothing is tracked.
     *
     * @return null where the source tracks no migrations
     */
    @Nullable
    String version(Connection connection) throws SQLException;
}
