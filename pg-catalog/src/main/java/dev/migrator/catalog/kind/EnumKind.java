package dev.migrator.catalog.kind;

import static java.util.stream.Collectors.joining;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.List;

/** Enum types with their labels in order. */
final class EnumKind implements Kind {

    private static final String QUERY = """
            SELECT t.oid, n.nspname, t.typname, format('%I.%I', n.nspname, t.typname) AS quoted,
                   array(SELECT enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY enumsortorder) AS labels
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typtype = 'e' AND t.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String labels = row.texts("labels").stream().map(SqlText::literal).collect(joining(",\n    "));
            return Draft.of(
                    Address.type(row.number("oid")),
                    ObjectId.of(ObjectKind.ENUM, row.text("nspname"), row.text("typname")),
                    row.text("quoted"),
                    Stage.BEFORE_ROWS,
                    "CREATE TYPE %s AS ENUM (%s)"
                            .formatted(row.text("quoted"), labels.isEmpty() ? "" : "\n    " + labels + "\n"));
        });
    }
}
