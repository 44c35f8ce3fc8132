package dev.migrator.profile.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds masks that would break what holds tables together: foreign keys masked on one side only, and keys by which rows find their partition. */
final class MaskedKeys {

    private static final String FOREIGN_KEYS = """
            SELECT f.conname, f.conrelid, f.conrelid::regclass::text, child.attname, f.confrelid, f.confrelid::regclass::text, parent.attname
            FROM pg_constraint f
            CROSS JOIN LATERAL unnest(f.conkey, f.confkey) AS pair (child, parent)
            JOIN pg_attribute child ON child.attrelid = f.conrelid AND child.attnum = pair.child
            JOIN pg_attribute parent ON parent.attrelid = f.confrelid AND parent.attnum = pair.parent
            WHERE f.contype = 'f' AND f.conparentid = 0
            ORDER BY f.conrelid::regclass::text, f.conname, child.attname
            """;

    /** Columns that an expression in the key reads depend on the table as those that stand in it do. */
    private static final String PARTITION_KEYS = """
            SELECT DISTINCT leaf.relid::oid, leaf.relid::text, a.attname
            FROM pg_partitioned_table p
            CROSS JOIN LATERAL pg_partition_tree(p.partrelid) leaf
            JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = p.partrelid AND d.objsubid > 0
                            AND d.refclassid = 'pg_class'::regclass AND d.refobjid = p.partrelid AND d.refobjsubid = 0
                            AND d.deptype = 'i'
            JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = d.objsubid
            ORDER BY 2, 3
            """;

    private MaskedKeys() {}

    /** What is wrong, each with the column that it is about; {@code connection} is inside of the session's transaction. */
    static List<String> problems(Connection connection, MaskDecisions decisions) throws SQLException {
        List<String> problems = new ArrayList<>();
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(FOREIGN_KEYS)) {
                while (rows.next()) {
                    String child = rows.getString(3) + "." + rows.getString(4);
                    String parent = rows.getString(6) + "." + rows.getString(7);
                    boolean childMasked = decisions.mask(rows.getLong(2), rows.getString(4)) != null;
                    boolean parentMasked = decisions.mask(rows.getLong(5), rows.getString(7)) != null;
                    if (childMasked != parentMasked) {
                        problems.add(
                                "%s (the other side of foreign key %s, %s, is not masked: mask both alike or neither)"
                                        .formatted(
                                                childMasked ? child : parent,
                                                rows.getString(1),
                                                childMasked ? parent : child));
                    }
                }
            }
            try (var rows = statement.executeQuery(PARTITION_KEYS)) {
                while (rows.next()) {
                    if (decisions.mask(rows.getLong(1), rows.getString(3)) != null) {
                        problems.add("%s.%s (rows are partitioned by it and would lie in the wrong partition)"
                                .formatted(rows.getString(2), rows.getString(3)));
                    }
                }
            }
        }
        return problems;
    }
}
