package dev.migrator.catalog.random;

import java.util.List;

/**
 * Anything that can have an owner, privileges or a comment.
 *
 * @param words {@code TABLE}, {@code FUNCTION}, … as DDL says it
 * @param sql how DDL names it, after the words
 * @param owned whether {@code ALTER … OWNER TO} takes it
 * @param privileges those that can be granted on it; empty for none
 */
record Thing(String words, String sql, boolean owned, List<String> privileges) {

    Thing(String words, String sql, boolean owned, String... privileges) {
        this(words, sql, owned, List.of(privileges));
    }

    /** One that belongs to another thing, and can only be commented on. */
    static Thing part(String words, String sql) {
        return new Thing(words, sql, false);
    }
}
