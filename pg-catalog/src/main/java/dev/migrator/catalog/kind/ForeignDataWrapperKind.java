package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Foreign-data wrappers that no extension brings. */
final class ForeignDataWrapperKind implements Kind {

    private static final String QUERY = """
            SELECT w.oid, w.fdwname, quote_ident(w.fdwname) AS quoted, w.fdwoptions,
                   nullif(w.fdwhandler::oid, 0)::regproc::text AS handler, nullif(w.fdwvalidator::oid, 0)::regproc::text AS validator
            FROM pg_foreign_data_wrapper w WHERE w.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String handler = row.optional("handler");
            String validator = row.optional("validator");
            return Draft.of(
                    new Address("pg_foreign_data_wrapper", row.number("oid")),
                    ObjectId.of(ObjectKind.FOREIGN_DATA_WRAPPER, null, row.text("fdwname")),
                    row.text("quoted"),
                    Stage.BEFORE_ROWS,
                    "CREATE FOREIGN DATA WRAPPER " + row.text("quoted") + (handler == null ? "" : " HANDLER " + handler)
                            + (validator == null ? "" : " VALIDATOR " + validator)
                            + ForeignOptions.clause(row.texts("fdwoptions")));
        });
    }
}
