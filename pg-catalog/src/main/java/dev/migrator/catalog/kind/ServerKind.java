package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.List;

/** Foreign servers. */
final class ServerKind implements Kind {

    private static final String QUERY = """
            SELECT s.oid, s.srvname, quote_ident(s.srvname) AS quoted, s.srvtype, s.srvversion, s.srvoptions,
                   quote_ident(w.fdwname) AS wrapper
            FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
            WHERE s.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String type = row.optional("srvtype");
            String version = row.optional("srvversion");
            return Draft.of(
                    new Address("pg_foreign_server", row.number("oid")),
                    ObjectId.of(ObjectKind.SERVER, null, row.text("srvname")),
                    row.text("quoted"),
                    Stage.BEFORE_ROWS,
                    "CREATE SERVER " + row.text("quoted") + (type == null ? "" : " TYPE " + SqlText.literal(type))
                            + (version == null ? "" : " VERSION " + SqlText.literal(version))
                            + " FOREIGN DATA WRAPPER " + row.text("wrapper")
                            + ForeignOptions.clause(row.texts("srvoptions")));
        });
    }
}
