package dev.migrator.catalog;

import dev.migrator.error.MigratorException;
import java.util.List;

/** A database holds objects that the model cannot carry; nothing is skipped silently, so it cannot be read. */
public final class UnsupportedObjectException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private final List<String> objects;

    /** @param objects as {@code pg_identify_object} names them: {@code subscription sales_feed} */
    public UnsupportedObjectException(List<String> objects) {
        super(
                "the database holds " + (objects.size() == 1 ? "an object" : objects.size() + " objects")
                        + " that cannot be carried",
                String.join(", ", objects),
                "Drop what is not needed, or leave this database to pg_dump until these kinds are supported");
        this.objects = List.copyOf(objects);
    }

    /** The objects by name. */
    public List<String> objects() {
        return objects;
    }
}
