package dev.migrator.profile.load;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/** What a proof has found to differ, in the order of the names. Safe for use by several threads. */
final class Differences {

    private final ConcurrentSkipListSet<String> found = new ConcurrentSkipListSet<>();

    /** @param object reads like {@code table app.orders} */
    void add(String object, String how) {
        found.add(object + ": " + how);
    }

    /** @throws RestoreProofException naming all of them, where there is one */
    void requireNone() {
        if (!found.isEmpty()) {
            throw new RestoreProofException(List.copyOf(found));
        }
    }
}
