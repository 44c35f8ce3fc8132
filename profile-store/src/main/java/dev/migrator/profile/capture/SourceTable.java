package dev.migrator.profile.capture;

import dev.migrator.catalog.Column;
import dev.migrator.postgres.SqlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are captured.
 *
 * @param loadInto the qualified, quoted name through which a restore has to load the rows
 * @param columns all of them, generated ones too
 * @param condition {@code WHERE …} for an extension's table, which tells the user's rows from the extension's; null for all rows
 */
record SourceTable(
        long oid,
        String schema,
        String name,
        String loadInto,
        List<Column> columns,
        @Nullable String condition,
        TableSize size) {

    /** The columns that COPY reads and writes. */
    List<Column> copied() {
        return columns.stream().filter(column -> !column.generated()).toList();
    }

    /** Qualified and quoted. */
    String sqlName() {
        return SqlText.name(schema, name);
    }

    /** The ranges in which it is read, in order; none where it holds nothing. */
    List<PageRange> ranges() {
        return condition == null || size.pages() == 0 ? TableSplitter.split(size) : List.of(PageRange.ALL);
    }

    /** For people: {@code app.orders}. */
    @Override
    public String toString() {
        return schema + '.' + name;
    }
}
