package dev.migrator.catalog.kind;

import static java.util.stream.Collectors.joining;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Composite types that are not a table's row type. */
final class CompositeKind implements Kind {

    private static final String QUERY = """
            SELECT t.oid, c.oid AS relation, n.nspname, t.typname, format('%I.%I', n.nspname, t.typname) AS quoted
            FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE c.relkind = 'c' AND t.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        Columns columns = session.once(Columns.class, Columns::read);
        return session.query(QUERY, row -> {
            String attributes = columns.of(row.number("relation")).stream()
                    .map(column -> "\n    " + column.name() + " " + column.type()
                            + (column.collation() == null ? "" : " COLLATE " + column.collation()))
                    .collect(joining(","));
            return Draft.of(
                    Address.type(row.number("oid")),
                    ObjectId.of(ObjectKind.COMPOSITE, row.text("nspname"), row.text("typname")),
                    row.text("quoted"),
                    Stage.BEFORE_ROWS,
                    "CREATE TYPE " + row.text("quoted") + " AS (" + attributes + "\n)");
        });
    }
}
