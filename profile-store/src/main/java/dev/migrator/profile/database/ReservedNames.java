package dev.migrator.profile.database;

import dev.migrator.catalog.ScratchDatabase;
import dev.migrator.profile.internal.Sha256;
import java.util.List;

/**
 * The databases that exist while a target is replaced, by names that nothing else may have: what is found under them when a restore
 * begins, with the target's lock held, was left by a run that was killed.
 *
 * @param target whose names they are
 */
record ReservedNames(String target) {

    private static final String PREFIX = "migrator_";

    /** The database that is being filled. */
    String fresh() {
        return PREFIX + "new_" + suffix();
    }

    /** The target's former database, from the swap until it is dropped. */
    String old() {
        return PREFIX + "old_" + suffix();
    }

    List<String> all() {
        return List.of(fresh(), old());
    }

    /** Whether a database of this name could be one of ours that is unfinished. */
    static boolean reserved(String name) {
        return name.matches("migrator_(new|old)_[0-9a-f]{16}") || name.startsWith(ScratchDatabase.PREFIX);
    }

    private String suffix() {
        return Sha256.hex(target).substring(0, 16);
    }
}
