package dev.migrator.migration;

import org.jspecify.annotations.Nullable;

/**
 * The number at the beginning of a migration's file name. Versions are ordered as numbers, so that {@code 7} and {@code 007} are one.
 *
 * @param digits as they stand in the file name: 1 to 18 of them
 */
public record MigrationVersion(String digits) implements Comparable<MigrationVersion> {

    public MigrationVersion {
        if (!digits.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a version is a number of at most 18 digits: " + digits);
        }
    }

    private long number() {
        return Long.parseLong(digits);
    }

    /** The number after it, with as many digits. */
    MigrationVersion next() {
        return new MigrationVersion(String.format("%0" + digits.length() + "d", number() + 1));
    }

    @Override
    public int compareTo(MigrationVersion other) {
        return Long.compare(number(), other.number());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MigrationVersion version && version.number() == number();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number());
    }

    /** The digits. */
    @Override
    public String toString() {
        return digits;
    }
}
