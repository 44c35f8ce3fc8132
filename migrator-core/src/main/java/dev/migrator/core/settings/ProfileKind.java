package dev.migrator.core.settings;

/** What a profile's data are. */
public enum ProfileKind {
    /** Schema and rows as SQL files, committed in full. */
    CLEAN_DB,

    /** A snapshot in the store; a ref to it is committed. */
    USER_GENERATED;

    /** As users write it: {@code clean-db}. */
    @Override
    public String toString() {
        return ScalarType.word(this);
    }
}
