package dev.migrator.catalog;

import dev.migrator.error.MigratorException;
import java.util.List;

/** A database holds objects that the model cannot carry; nothing is skipped silently, so it cannot be read. */
public final class UnsupportedObjectException extends MigratorException {

    private static final long serialVersionUID = 1L;

    /** So many are named in the message. */
    private static final int SHOWN = 20;

    private final List<String> objects;

    /** @param objects as {@code pg_identify_object} names them: {@code subscription sales_feed} */
    public UnsupportedObjectException(List<String> objects) {
        super(
                "the database holds " + (objects.size() == 1 ? "an object" : objects.size() + " objects")
                        + " that cannot be carried",
                names(objects),
                "Drop what is not needed, or leave this database to pg_dump until these kinds are supported");
        this.objects = List.copyOf(objects);
    }

    private static String names(List<String> objects) {
        String first = String.join(", ", objects.subList(0, Math.min(SHOWN, objects.size())));
        return objects.size() <= SHOWN ? first : first + " and " + (objects.size() - SHOWN) + " more";
    }

    /** The objects by name, all of them. */
    public List<String> objects() {
        return objects;
    }
}
