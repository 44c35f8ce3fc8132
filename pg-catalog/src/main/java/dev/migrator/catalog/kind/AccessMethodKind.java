package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Access methods of indexes and tables that no extension brings. */
final class AccessMethodKind implements Kind {

    private static final String QUERY = """
            SELECT a.oid, a.amname, quote_ident(a.amname) AS quoted, CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END AS type,
                   a.amhandler::regproc::text AS handler
            FROM pg_am a WHERE a.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(
                QUERY,
                row -> Draft.of(
                        new Address("pg_am", row.number("oid")),
                        ObjectId.of(ObjectKind.ACCESS_METHOD, null, row.text("amname")),
                        row.text("quoted"),
                        Stage.BEFORE_ROWS,
                        "CREATE ACCESS METHOD " + row.text("quoted") + " TYPE " + row.text("type") + " HANDLER "
                                + row.text("handler")));
    }
}
