package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Foreign-data wrappers that no extension brings. */
final class ForeignDataWrapperKind implements Kind {

    private static final String QUERY = """
            SELECT w.oid, w.fdwname, quote_ident(w.fdwname) AS quoted, w.fdwoptions,
                   nullif(w.fdwhandler::oid, 0)::regproc::text AS handler, nullif(w.fdwvalidator::oid, 0)::regproc::text AS validator,
                   %s AS connection
            FROM pg_foreign_data_wrapper w WHERE w.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        String connection = session.since(19, "nullif(w.fdwconnection::oid, 0)::regproc::text", "NULL");
        return session.query(QUERY.formatted(connection), row -> {
            return Draft.of(
                    new Address("pg_foreign_data_wrapper", row.number("oid")),
                    ObjectId.of(ObjectKind.FOREIGN_DATA_WRAPPER, null, row.text("fdwname")),
                    row.text("quoted"),
                    Stage.BEFORE_ROWS,
                    "CREATE FOREIGN DATA WRAPPER " + row.text("quoted") + clause(" HANDLER ", row.optional("handler"))
                            + clause(" VALIDATOR ", row.optional("validator"))
                            + clause(" CONNECTION ", row.optional("connection"))
                            + ForeignOptions.clause(row.texts("fdwoptions")));
        });
    }

    private static String clause(String words, @Nullable String routine) {
        return routine == null ? "" : words + routine;
    }
}
