package dev.migrator.profile.capture;

import dev.migrator.catalog.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link Masking} applied to the tables of a source, all of it checked before the first byte is sent. Immutable. */
final class MaskPlan {

    private static final String MEND = "Mend mask: and keep: in profile.yaml";

    private final Map<Long, Map<String, String>> expressions = new HashMap<>();

    private MaskPlan() {}

    /**
     * Checks and applies.
     *
     * @throws CaptureException.MaskingRefused that names every column that something is wrong with
     */
    static MaskPlan of(Masking masking, SnapshotSession session, List<SourceTable> tables) throws SQLException {
        Connection connection = session.connection();
        NamedTables named = NamedTables.read(connection, masking);
        refuse("profile.yaml decides on columns that it cannot decide on", named.problems(masking), MEND);
        Ancestry ancestry = Ancestry.read(connection);
        MaskDecisions decisions = new MaskDecisions(masking, named, ancestry);
        if (masking.failUnclassified()) {
            refuse(
                    "columns are neither masked nor kept",
                    new Undecided(session.tables(), tables, ancestry).columns(decisions),
                    "Decide on each of them under mask: or keep: in profile.yaml, or leave out unclassified: fail");
        }
        Map<MaskedColumn, List<SourceTable>> uses = new LinkedHashMap<>();
        MaskPlan plan = new MaskPlan();
        for (SourceTable table : tables) {
            for (Column column : table.copied()) {
                MaskedColumn mask = decisions.mask(table.oid(), column.name());
                if (mask != null) {
                    plan.expressions
                            .computeIfAbsent(table.oid(), oid -> new HashMap<>())
                            .put(column.name(), mask.expression());
                    uses.computeIfAbsent(mask, used -> new ArrayList<>()).add(table);
                }
            }
        }
        List<String> problems = new ArrayList<>();
        if (!uses.isEmpty()) {
            problems.addAll(MaskedKeys.problems(connection, decisions));
            problems.addAll(MaskTrial.problems(connection, uses));
        }
        refuse("masks cannot be used", problems, MEND);
        return plan;
    }

    /** The expression for each masked column of the table, by the column's name. */
    Map<String, String> masksOf(SourceTable table) {
        return expressions.getOrDefault(table.oid(), Map.of());
    }

    private static void refuse(String problem, List<String> columns, String fix) {
        if (!columns.isEmpty()) {
            throw new CaptureException.MaskingRefused(problem, columns, fix);
        }
    }
}
