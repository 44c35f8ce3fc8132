package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Row security policies; one to a role that the target lacks cannot be made, so each names its roles. */
final class PolicyKind implements Kind {

    private static final String QUERY = """
            SELECT p.oid, p.polname, n.nspname, c.relname, format('%I ON %I.%I', p.polname, n.nspname, c.relname) AS name,
                   p.polpermissive,
                   CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
                                 WHEN 'd' THEN ' FOR DELETE' ELSE '' END AS command,
                   array(SELECT pg_get_userbyid(role)::text FROM unnest(p.polroles) role WHERE role <> 0 ORDER BY 1) AS roles,
                   array(SELECT quote_ident(pg_get_userbyid(role)) FROM unnest(p.polroles) role
                         WHERE role <> 0 ORDER BY pg_get_userbyid(role)) AS quoted_roles,
                   pg_get_expr(p.polqual, p.polrelid) AS visible, pg_get_expr(p.polwithcheck, p.polrelid) AS allowed
            FROM pg_policy p
            JOIN pg_class c ON c.oid = p.polrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE p.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            List<String> roles = row.texts("quoted_roles");
            Definition create = Definition.structure("CREATE POLICY " + row.text("name")
                    + (row.flag("polpermissive") ? "" : " AS RESTRICTIVE") + row.text("command")
                    + (roles.isEmpty() ? "" : " TO " + String.join(", ", roles)));
            String visible = row.optional("visible");
            if (visible != null) {
                create = create.then(" USING (").thenExpression(visible).then(")");
            }
            String allowed = row.optional("allowed");
            if (allowed != null) {
                create = create.then(" WITH CHECK (").thenExpression(allowed).then(")");
            }
            return Draft.of(
                    new Address("pg_policy", row.number("oid")),
                    new ObjectId(ObjectKind.POLICY, row.text("nspname"), row.text("relname"), row.text("polname")),
                    row.text("name"),
                    new Step(Stage.LATE, create, row.texts("roles")));
        });
    }
}
