package dev.migrator.core;

import dev.migrator.postgres.Database;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.store.ObjectStore;
import java.util.function.UnaryOperator;

/**
 * The three doors through which everything passes that others can see: SQL, calls to a store, files. What a test wraps them with sees each
 * single effect.
 *
 * @param databases applied to each database that is opened
 * @param stores applied to each store that is opened
 * @param disk where files appear and vanish
 */
public record Effects(UnaryOperator<Database> databases, UnaryOperator<ObjectStore> stores, Disk disk) {

    /** The world as it is. */
    public static final Effects REAL = new Effects(UnaryOperator.identity(), UnaryOperator.identity(), Disk.local());
}
