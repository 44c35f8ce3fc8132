package dev.migrator.core;

import dev.migrator.postgres.Database;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One after the other for each database: modules of one parallel build that restore into one database wait for each other, where another
 * process would be refused. The locks are the only static state of the product, since locks that are not shared are none.
 */
final class InTurn {

    private static final ConcurrentMap<String, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private InTurn() {}

    static <T> T on(Database database, Supplier<T> work) {
        ReentrantLock lock =
                LOCKS.computeIfAbsent(database.server() + "/" + database.name(), any -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
