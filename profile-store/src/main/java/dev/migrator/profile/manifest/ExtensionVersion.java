package dev.migrator.profile.manifest;

/** An extension as it was installed in the source. */
public record ExtensionVersion(String name, String version) {}
