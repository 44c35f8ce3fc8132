package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/**
 * Extensions that the database has beyond a new one's. Their members come with them; their version is whatever the target server installs,
 * as with pg_dump.
 */
final class ExtensionKind implements Kind {

    private static final String QUERY = """
            SELECT e.oid, e.extname, quote_ident(e.extname) AS quoted, quote_ident(n.nspname) AS schema_name
            FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE e.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(
                QUERY,
                row -> Draft.of(
                        new Address("pg_extension", row.number("oid")),
                        ObjectId.of(ObjectKind.EXTENSION, null, row.text("extname")),
                        row.text("quoted"),
                        Stage.BEFORE_ROWS,
                        "CREATE EXTENSION " + row.text("quoted") + " WITH SCHEMA " + row.text("schema_name")));
    }
}
