package dev.migrator.core.replay;

import dev.migrator.migration.Migrated;
import java.util.List;
import java.util.Optional;

/**
 * Brings databases to the newest migration of a project. Whoever keeps the migrations, be it files of our own, Flyway, Liquibase or a
 * command that nobody can look into, is behind this.
 *
 * <p>An engine belongs to one project and one profile, and is immutable; it reads what is wrong with the project when it is made. All
 * methods throw {@link dev.migrator.error.MigratorException}, which names the migration and holds no value of a row, where they fail.
 */
public interface ReplayEngine {

    /** The word by which the setting {@code replay} asks for it: {@code sql}. */
    String id();

    /**
     * What {@link #replay} would run, in order; nothing is changed and no lock is taken.
     *
     * @return empty where the engine cannot tell
     */
    Optional<List<PendingMigration>> pending(ReplayTarget target);

    /**
     * The hash of all that decides what a replay does: two databases that were equal are equal after replays of one digest.
     *
     * @return hexadecimal; empty where not all of it is known, so that nothing may be concluded
     */
    Optional<String> digest();

    /** Applies what is pending. What was applied before a failure may stay applied, and recorded as such. */
    Migrated replay(ReplayTarget target);

    /**
     * What has become of each migration; nothing is changed and no lock is taken.
     *
     * @return in the order in which they run; empty where the engine cannot tell
     */
    Optional<List<MigrationStatus>> status(ReplayTarget target);
}
