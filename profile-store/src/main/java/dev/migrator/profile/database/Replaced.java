package dev.migrator.profile.database;

/**
 * A target that was replaced.
 *
 * @param database its name
 * @param marker what it is marked with
 * @param existedBefore whether another database had its name
 */
public record Replaced(String database, Marker marker, boolean existedBefore) {}
