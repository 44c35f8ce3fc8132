package dev.migrator.profile.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables are partitions of others or inherit from them. Immutable. */
final class Ancestry {

    private static final String PARENTS = "SELECT inhrelid, inhparent FROM pg_inherits ORDER BY inhrelid, inhseqno";

    private final Map<Long, List<Long>> parents = new HashMap<>();

    private Ancestry() {}

    static Ancestry read(Connection connection) throws SQLException {
        Ancestry read = new Ancestry();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(PARENTS)) {
            while (rows.next()) {
                read.parents
                        .computeIfAbsent(rows.getLong(1), child -> new ArrayList<>())
                        .add(rows.getLong(2));
            }
        }
        return read;
    }

    /** The table's OID itself, then those of its parents, then those of theirs, and so on. */
    List<Long> line(long table) {
        Set<Long> line = new LinkedHashSet<>(List.of(table));
        for (List<Long> generation = List.of(table); !generation.isEmpty(); ) {
            generation = generation.stream()
                    .flatMap(child -> parents.getOrDefault(child, List.of()).stream())
                    .filter(line::add)
                    .toList();
        }
        return List.copyOf(line);
    }
}
