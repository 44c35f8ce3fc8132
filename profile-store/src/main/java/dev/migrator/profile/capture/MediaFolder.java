package dev.migrator.profile.capture;

import java.nio.file.Path;

/**
 * A folder of files that belong to the database's state, uploads say.
 *
 * @param name by which a restore finds its own place for them
 * @param path where it lies on this machine
 */
public record MediaFolder(String name, Path path) {}
