package dev.migrator.profile.manifest;

import dev.migrator.profile.store.Chunk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table.
 *
 * @param schema the table's schema
 * @param name the table's name
 * @param loadInto the qualified, quoted name to COPY into: the table itself, or the root of its partition tree where the place of a row
 *     depends on the server
 * @param columns the names of the columns in the order of the COPY data, without generated ones; tables with the same {@code loadInto}
 *     have them in the same order, so that their digests add up
 * @param copyFormat {@code text}
 * @param condition the WHERE clause that chose the rows of an extension's configuration table, beginning with {@code WHERE}; null for all rows
 * @param rows how many
 * @param bytes of COPY data
 * @param digest of the set of rows, whatever their order; see {@link RowsDigest}
 * @param chunks the COPY data in order, each a run of whole rows
 */
public record TableContent(
        String schema,
        String name,
        String loadInto,
        List<String> columns,
        String copyFormat,
        @Nullable String condition,
        long rows,
        long bytes,
        String digest,
        List<Chunk> chunks) {

    public TableContent {
        columns = List.copyOf(columns);
        chunks = List.copyOf(chunks);
    }
}
