package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.util.List;

/**
 * A type that a column can have.
 *
 * @param sql how a declaration names it
 * @param family what can be done with its values
 * @param samples texts of values
 */
record Type(String sql, Family family, List<String> samples) {

    /** What can be done with the values of a type. */
    enum Family {
        NUMBER,
        TEXT,
        DAY,
        BOOLEAN,
        RANGE,
        ARRAY,
        JSON,
        NETWORK,
        BOX,
        POINT,
        SEARCH,
        /** Can be sorted, and no more is known. */
        SORTED,
        /** Can be hashed, not sorted. */
        HASHED,
        COMPOSITE,
        OPAQUE
    }

    Type(String sql, Family family, String... samples) {
        this(sql, family, List.of(samples));
    }

    boolean sorts() {
        return switch (family) {
            case NUMBER, TEXT, DAY, BOOLEAN, RANGE, NETWORK, SEARCH, SORTED -> true;
            default -> false;
        };
    }

    /** Whether it has a default hash operator class, and equality is what that says. */
    boolean hashes() {
        return switch (family) {
            case NUMBER, TEXT, DAY, BOOLEAN, RANGE, NETWORK, HASHED -> true;
            default -> false;
        };
    }

    boolean is(Family other) {
        return family == other;
    }

    /** A constant of it, with its type. */
    String sample(Dice dice) {
        return SqlText.literal(dice.pick(samples)) + "::" + sql;
    }
}
