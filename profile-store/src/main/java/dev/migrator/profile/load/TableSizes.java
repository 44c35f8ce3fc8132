package dev.migrator.profile.load;

import dev.migrator.profile.manifest.TableContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many bytes of COPY data each table of a snapshot has, by which work is ordered: the largest first, so that none is waited for at the end. */
final class TableSizes {

    private final Map<String, Long> bytes;

    TableSizes(List<TableContent> tables) {
        this.bytes = tables.stream()
                .collect(
                        Collectors.toMap(table -> table.schema() + "." + table.name(), TableContent::bytes, Long::sum));
    }

    /** @param table {@code schema.name}, unquoted; 0 for what holds no rows itself */
    long bytes(String table) {
        return bytes.getOrDefault(table, 0L);
    }

    long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
