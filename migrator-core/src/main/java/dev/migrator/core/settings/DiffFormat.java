package dev.migrator.core.settings;

/** How diff writes its report. */
public enum DiffFormat {
    /** For people. */
    TEXT("txt"),

    /** For programs. */
    JSON("json");

    private final String extension;

    DiffFormat(String extension) {
        this.extension = extension;
    }

    /** What the names of such files end in, without the dot. */
    public String extension() {
        return extension;
    }
}
