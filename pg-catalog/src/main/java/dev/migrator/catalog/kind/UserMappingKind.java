package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** User mappings of foreign servers, read through the view that everybody may read; it shows others' options to a superuser only. */
final class UserMappingKind implements Kind {

    private static final String QUERY = """
            SELECT m.umid, m.srvname, CASE m.umuser WHEN 0 THEN 'PUBLIC' ELSE quote_ident(m.usename) END AS quoted_role,
                   CASE WHEN m.umuser <> 0 THEN m.usename END AS role, quote_ident(m.srvname) AS server, m.umoptions
            FROM pg_user_mappings m WHERE m.umid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String role = row.optional("role");
            String name = "FOR " + row.text("quoted_role") + " SERVER " + row.text("server");
            return Draft.of(
                    new Address("pg_user_mapping", row.number("umid")),
                    ObjectId.of(
                            ObjectKind.USER_MAPPING,
                            null,
                            (role == null ? "public" : role) + " on " + row.text("srvname")),
                    name,
                    new Step(
                            Stage.BEFORE_ROWS,
                            Definition.structure(
                                    "CREATE USER MAPPING " + name + ForeignOptions.clause(row.texts("umoptions"))),
                            role == null ? List.of() : List.of(role)));
        });
    }
}
