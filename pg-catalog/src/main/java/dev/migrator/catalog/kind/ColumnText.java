package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.postgres.SqlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one column of a table: its line in CREATE TABLE, and what only ALTER TABLE can say. */
final class ColumnText {

    private ColumnText() {}

    /**
     * The line in CREATE TABLE.
     *
     * @param typed whether the table is OF a type, which has the column's type
     * @param identity {@code GENERATED … AS IDENTITY …}; null where it is none
     * @param inlined the {@code DEFAULT …}; null where it has none or it is set later
     */
    static Definition line(
            Columns.Column column, boolean typed, @Nullable String identity, @Nullable Definition inlined) {
        StringBuilder text =
                new StringBuilder(column.name()).append(' ').append(typed ? "WITH OPTIONS" : column.type());
        text.append(ForeignOptions.clause(column.foreignOptions()));
        if (column.compression() != null && !column.compressedLater()) {
            text.append(" COMPRESSION ").append(column.compression());
        }
        if (column.collation() != null && !typed) {
            text.append(" COLLATE ").append(column.collation());
        }
        Definition line = Definition.structure(text.toString());
        if (column.isGenerated() && column.expression() != null) {
            line = line.then(" GENERATED ALWAYS AS (")
                    .thenExpression(column.expression())
                    .then(column.generated() == 's' ? ") STORED" : ") VIRTUAL");
        }
        if (identity != null) {
            line = line.then(" " + identity);
        }
        if (inlined != null) {
            line = line.then(" ").then(inlined);
        }
        return line.then(notNull(column));
    }

    private static String notNull(Columns.Column column) {
        Columns.NotNull notNull = column.notNull();
        return notNull == null || notNull.inherited() ? "" : " " + named(notNull) + "NOT NULL" + noInherit(notNull);
    }

    /**
     * The line in CREATE TABLE that makes a column NOT NULL which a parent declares. Null where the parent's NOT NULL is all, and where SET
     * NOT NULL makes the same: that every major understands, so that a table of 15 reads on 18 as it did.
     */
    static @Nullable Definition inheritedLine(Columns.Column column) {
        Columns.NotNull notNull = column.notNull();
        return notNull == null || notNull.inherited() || !notNull.inLine()
                ? null
                : Definition.structure(named(notNull) + "NOT NULL " + column.name() + noInherit(notNull));
    }

    private static String noInherit(Columns.NotNull notNull) {
        return notNull.noInherit() ? " NO INHERIT" : "";
    }

    /** {@code CONSTRAINT name } where the name is not the one that PostgreSQL would choose. */
    private static String named(Columns.NotNull notNull) {
        return notNull.name() == null ? "" : "CONSTRAINT " + SqlText.name(notNull.name()) + " ";
    }

    /**
     * The statements that complete the column once the table is there.
     *
     * @param relation {@code TABLE ONLY app.orders}
     * @param inLine whether the column has a line in CREATE TABLE; otherwise it comes from a parent
     */
    static List<Definition> alterations(String relation, Columns.Column column, boolean inLine) {
        List<Definition> changes = new ArrayList<>();
        Columns.NotNull notNull = column.notNull();
        if (!inLine && notNull != null && !notNull.inherited() && !notNull.inLine()) {
            changes.add(alter(column, "SET NOT NULL"));
        }
        if (!inLine && column.isGenerated() && column.expression() != null) {
            changes.add(alter(column, "SET EXPRESSION AS (")
                    .thenExpression(column.expression())
                    .then(")"));
        }
        if (column.compressedLater()) {
            changes.add(alter(
                    column, "SET COMPRESSION " + (column.compression() == null ? "default" : column.compression())));
        }
        if (column.losesDefault()) {
            changes.add(alter(column, "DROP DEFAULT"));
        }
        if (column.storage() != null) {
            changes.add(alter(column, "SET STORAGE " + column.storage()));
        }
        if (column.statistics() != null) {
            changes.add(alter(column, "SET STATISTICS " + column.statistics()));
        }
        if (!column.options().isEmpty()) {
            changes.add(alter(column, "SET (" + StorageOptions.list(column.options()) + ")"));
        }
        return changes.stream()
                .map(change -> Definition.structure("ALTER " + relation + " ").then(change))
                .toList();
    }

    private static Definition alter(Columns.Column column, String change) {
        return Definition.structure("ALTER COLUMN " + column.name() + " " + change);
    }

    /** The lines in brackets, one below another. */
    static Definition list(List<Definition> lines, String none) {
        if (lines.isEmpty()) {
            return Definition.structure(none);
        }
        Definition list = Definition.structure(" (\n    ");
        for (int i = 0; i < lines.size(); i++) {
            list = list.then(i == 0 ? "" : ",\n    ").then(lines.get(i));
        }
        return list.then("\n)");
    }
}
