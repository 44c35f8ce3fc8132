package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Constraints of tables but foreign keys: CHECKs, written inside CREATE TABLE where nothing forbids it; PRIMARY KEY, UNIQUE and EXCLUDE,
 * built over all rows; NOT NULL, which its column writes, unless it is not valid yet. A NOT NULL that is only inherited has whatever name
 * its parents give it, so it is known by its column. A partition is attached with the valid CHECKs of its parent; the others reach it when
 * the parent gets them.
 */
final class ConstraintKind implements Kind {

    private static final String QUERY = """
            SELECT k.oid, k.conrelid, k.conname, k.contype, k.convalidated, k.conindid, n.nspname, c.relname,
                   format('%I.%I', n.nspname, c.relname) AS relation, quote_ident(k.conname) AS quoted,
                   pg_get_constraintdef(k.oid) AS definition,
                   c.relkind = 'f' AS of_foreign_table, x.reloptions,
                   CASE WHEN k.condeferrable THEN ' DEFERRABLE' ELSE '' END
                       || CASE WHEN k.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END AS deferral,
                   k.conislocal OR c.relispartition AND k.convalidated AS own,
                   (SELECT a.attname FROM pg_attribute a
                    WHERE k.contype = 'n' AND NOT k.conislocal AND a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                      AND (NOT k.convalidated OR NOT c.relispartition AND EXISTS (
                              SELECT FROM pg_inherits i
                              JOIN pg_constraint pk ON pk.conrelid = i.inhparent AND pk.contype = 'n' AND pk.convalidated
                              JOIN pg_attribute pa ON pa.attrelid = pk.conrelid AND pa.attnum = pk.conkey[1]
                              WHERE i.inhrelid = k.conrelid AND pa.attname = a.attname))) AS inherited_not_null
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class x ON x.oid = k.conindid
            WHERE k.contype IN ('c', 'p', 'u', 'x', 'n') AND k.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        IndexMarks marks = session.once(IndexMarks.class, IndexMarks::read);
        return session.query(QUERY, row -> draft(row, marks));
    }

    private static Draft draft(Row row, IndexMarks marks) throws SQLException {
        String inheritedNotNull = row.optional("inherited_not_null");
        ObjectId id = new ObjectId(
                ObjectKind.CONSTRAINT,
                row.text("nspname"),
                row.text("relname"),
                inheritedNotNull == null ? row.text("conname") : inheritedNotNull + " not null");
        Address address = Address.constraint(row.number("oid"));
        String name = row.text("quoted") + " ON " + row.text("relation");
        boolean check = row.letter("contype") == 'c';
        boolean valid = row.flag("convalidated");
        boolean madeAlong =
                check ? !row.flag("own") : row.letter("contype") == 'n' && (valid || inheritedNotNull != null);
        if (madeAlong) {
            return Draft.of(address, id, name);
        }
        Definition piece = Definition.structure("CONSTRAINT " + row.text("quoted") + " ")
                .then(check ? checkText(row.text("definition")) : otherText(row));
        List<Step> steps = new ArrayList<>();
        steps.add(Step.at(
                stage(check, valid, row.letter("contype")),
                Definition.structure(alter(row) + "ADD ").then(piece)));
        marks.of(row.number("conindid")).forEach(mark -> steps.add(Step.at(Stage.KEYS_AND_INDEXES, mark)));
        Draft draft = Draft.of(address, id, name, steps);
        return check && valid ? draft.inlinedAs(new Inline(Address.relation(row.number("conrelid")), piece)) : draft;
    }

    private static String alter(Row row) throws SQLException {
        boolean key = "pux".indexOf(row.letter("contype")) >= 0;
        return (row.flag("of_foreign_table") ? "ALTER FOREIGN TABLE " : key ? "ALTER TABLE ONLY " : "ALTER TABLE ")
                + row.text("relation") + "\n    ";
    }

    /** Rows that break a constraint which is not valid yet are there before it. */
    private static Stage stage(boolean check, boolean valid, char type) {
        if (check && valid) {
            return Stage.BEFORE_ROWS;
        }
        return check || type == 'n' ? Stage.LATE : Stage.KEYS_AND_INDEXES;
    }

    /** {@code CHECK (…)} with {@code NO INHERIT} or {@code NOT VALID} after it. */
    static Definition checkText(String definition) {
        int open = definition.indexOf('(');
        int close = definition.lastIndexOf(')');
        return Definition.structure(definition.substring(0, open + 1))
                .thenExpression(definition.substring(open + 1, close))
                .then(definition.substring(close));
    }

    /** An exclusion constraint may hold expressions; a key holds names. */
    private static Definition otherText(Row row) throws SQLException {
        return switch (row.letter("contype")) {
            case 'x' -> Definition.expression(row.text("definition"));
            case 'n' -> Definition.structure(row.text("definition"));
            default -> Definition.structure(keyText(row));
        };
    }

    /** PostgreSQL leaves the options of a key's index out, which belong between the columns and DEFERRABLE. */
    private static String keyText(Row row) throws SQLException {
        String definition = row.text("definition");
        String deferral = row.text("deferral");
        String columns = definition.endsWith(deferral)
                ? definition.substring(0, definition.length() - deferral.length())
                : definition;
        return columns + StorageOptions.with(row.texts("reloptions")) + definition.substring(columns.length());
    }
}
