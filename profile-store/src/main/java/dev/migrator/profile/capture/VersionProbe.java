package dev.migrator.profile.capture;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds the newest migration that the source's data contain; the replay of a restore begins behind it. */
@FunctionalInterface
public interface VersionProbe {

    /**
     * Asks inside of the capture's transaction, so that it sees what the snapshot holds; must not fail where nothing is tracked.
     *
     * @return null where nobody can tell
     */
    @Nullable
    String version(Connection connection) throws SQLException;
}
