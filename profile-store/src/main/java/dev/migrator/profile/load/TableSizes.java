package dev.migrator.profile.load;

import dev.migrator.catalog.Statement;
import dev.migrator.profile.manifest.TableContent;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
    private long bytes(String table) {
        return bytes.getOrDefault(table, 0L);
    }

    /** The statements by the table that their objects lie on, in their order for each; the largest table first. */
    List<List<Statement>> largestFirst(List<Statement> statements) {
        Map<String, List<Statement>> tables = statements.stream()
                .collect(Collectors.groupingBy(
                        statement -> statement.object().schema() + "."
                                + statement.object().on(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Comparator<Map.Entry<String, ?>> bySize = Comparator.comparingLong(table -> bytes(table.getKey()));
        return tables.entrySet().stream()
                .sorted(bySize.reversed())
                .map(Map.Entry::getValue)
                .toList();
    }

    long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
