package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Schemas; {@code public} is there in every new database and may have been dropped in this one. */
final class SchemaKind implements Kind {

    private static final String QUERY = """
            SELECT oid, nspname, quote_ident(nspname) AS quoted
            FROM pg_namespace
            WHERE oid >= 16384 AND nspname !~ '^pg_(toast_)?temp_' OR nspname = 'public'""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String name = row.text("nspname");
            return Draft.of(
                    new Address("pg_namespace", row.number("oid")),
                    ObjectId.of(ObjectKind.SCHEMA, null, name),
                    row.text("quoted"),
                    Stage.BEFORE_ROWS,
                    (name.equals("public") ? "CREATE SCHEMA IF NOT EXISTS " : "CREATE SCHEMA ") + row.text("quoted"));
        });
    }
}
