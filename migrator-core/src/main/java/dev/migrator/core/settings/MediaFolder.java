package dev.migrator.core.settings;

import java.nio.file.Path;

/** A folder of files that belong to a profile's data; absolute. Its name is a folder's name in the store and after a restore. */
public record MediaFolder(String name, Path path) {}
