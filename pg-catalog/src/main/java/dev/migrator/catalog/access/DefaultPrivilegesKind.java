package dev.migrator.catalog.access;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.kind.Kind;
import dev.migrator.catalog.kind.Row;
import dev.migrator.catalog.kind.Stage;
import dev.migrator.catalog.kind.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The privileges that objects made from now on will have ({@code ALTER DEFAULT PRIVILEGES}), granted and revoked. Those for one schema
 * come on top of the built-in ones; those for the whole database replace them.
 */
public final class DefaultPrivilegesKind implements Kind {

    private static final String QUERY = """
            SELECT d.oid, pg_get_userbyid(d.defaclrole) AS role, quote_ident(pg_get_userbyid(d.defaclrole)) AS quoted_role,
                   n.nspname, quote_ident(n.nspname) AS quoted_schema,
                   CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                        WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END AS objects
            FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        Map<Address, List<Acl>> acls = AclQuery.ofDefaults(session);
        return session.query(QUERY, row -> {
            Address address = new Address("pg_default_acl", row.number("oid"));
            return draft(row, address, acls.getOrDefault(address, List.of()));
        });
    }

    private static Draft draft(Row row, Address address, List<Acl> acls) throws SQLException {
        String schema = row.optional("nspname");
        String objects = row.text("objects");
        String role = row.text("role");
        String alter = "ALTER DEFAULT PRIVILEGES FOR ROLE " + row.text("quoted_role")
                + (schema == null ? "" : " IN SCHEMA " + row.text("quoted_schema")) + " ";
        List<Step> steps = new ArrayList<>();
        for (Acl acl : acls) {
            Acl added = schema == null ? acl : acl.bornWithNothing();
            for (Acl.Change change : added.changes()) {
                TreeSet<String> roles = new TreeSet<>(Grants.roles(added, change));
                roles.add(role);
                steps.add(new Step(
                        Stage.DEFAULT_PRIVILEGES,
                        Definition.structure(alter + Grants.statement(added, change, objects)),
                        List.copyOf(roles)));
            }
        }
        ObjectId id =
                ObjectId.of(ObjectKind.DEFAULT_PRIVILEGES, schema, objects.toLowerCase(Locale.ROOT) + " of " + role);
        return Draft.of(address, id, objects, steps);
    }
}
