package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Casts between two types. */
final class CastKind implements Kind {

    /** The cast of a range to its multirange is made with the type. */
    private static final String QUERY = """
            SELECT c.oid, format('%s AS %s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)) AS name,
                   CASE c.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT'
                                     ELSE 'WITH FUNCTION ' || c.castfunc::regprocedure END AS method,
                   CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END AS context
            FROM pg_cast c
            WHERE c.oid >= 16384
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(
                QUERY,
                row -> Draft.of(
                        new Address("pg_cast", row.number("oid")),
                        ObjectId.of(ObjectKind.CAST, null, row.text("name")),
                        "(" + row.text("name") + ")",
                        Stage.BEFORE_ROWS,
                        "CREATE CAST (" + row.text("name") + ") " + row.text("method") + row.text("context")));
    }
}
