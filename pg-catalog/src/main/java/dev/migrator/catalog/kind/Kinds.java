package dev.migrator.catalog.kind;

import java.util.List;

/** Every kind there is; one that is not in this list is reported by the guard. */
public final class Kinds {

    private static final List<Kind> ALL = List.of(new SchemaKind(), new EnumKind(), new ViewKind());

    private Kinds() {}

    public static List<Kind> all() {
        return ALL;
    }
}
