package dev.migrator.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that holds rows itself: an ordinary table or a leaf partition.
 *
 * @param oid in the database that was read; of no meaning in another
 * @param columns in the table's order; may be empty
 * @param loadRoot the partitioned table through which its rows must be loaded, because their place depends on OIDs or on the platform
 *     (hash partitions over an enum, say); null where rows may go straight into the table
 */
public record Table(
        long oid,
        String schema,
        String name,
        Kind kind,
        Persistence persistence,
        List<Column> columns,
        @Nullable ObjectId loadRoot) {

    /** What sort of table it is. */
    public enum Kind {
        ORDINARY,
        PARTITION
    }

    /** Whether its rows outlive a crash and reach standbys. */
    public enum Persistence {
        PERMANENT,
        UNLOGGED
    }

    public Table {
        columns = List.copyOf(columns);
    }

    public ObjectId id() {
        return ObjectId.of(ObjectKind.TABLE, schema, name);
    }
}
