package dev.migrator.profile.capture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is decided about a column: on its table, or else on the nearest of those that the table is a part or an heir of. Immutable. */
final class MaskDecisions {

    private final Ancestry ancestry;
    private final Map<Long, Map<String, MaskedColumn>> masks = new HashMap<>();
    private final Map<Long, Set<String>> kept = new HashMap<>();

    /** @param tables in which all that the masking names was found */
    MaskDecisions(Masking masking, NamedTables tables, Ancestry ancestry) {
        this.ancestry = ancestry;
        for (MaskedColumn mask : masking.masks()) {
            NamedTables.Named table = Objects.requireNonNull(tables.of(mask.name()));
            masks.computeIfAbsent(table.oid(), oid -> new HashMap<>()).put(mask.column(), mask);
        }
        for (ColumnName column : masking.keep()) {
            NamedTables.Named table = Objects.requireNonNull(tables.of(column));
            kept.computeIfAbsent(table.oid(), oid -> new HashSet<>())
                    .addAll(
                            column.column().equals(ColumnName.ALL)
                                    ? table.columns().keySet()
                                    : Set.of(column.column()));
        }
    }

    /** The mask that holds for a column; null where it is not masked. */
    @Nullable
    MaskedColumn mask(long table, String column) {
        for (long relation : ancestry.line(table)) {
            MaskedColumn mask = masks.getOrDefault(relation, Map.of()).get(column);
            if (mask != null || kept.getOrDefault(relation, Set.of()).contains(column)) {
                return mask;
            }
        }
        return null;
    }

    /** Whether a column is masked or kept. */
    boolean decided(long table, String column) {
        return ancestry.line(table).stream()
                .anyMatch(relation -> masks.getOrDefault(relation, Map.of()).containsKey(column)
                        || kept.getOrDefault(relation, Set.of()).contains(column));
    }
}
