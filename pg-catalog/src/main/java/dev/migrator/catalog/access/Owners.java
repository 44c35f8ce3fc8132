package dev.migrator.catalog.access;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.Phase;
import dev.migrator.catalog.Statement;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Draft;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who owns what. */
public final class Owners {

    /** Every catalog whose objects have an owner that can be changed, with the letter by which acldefault() knows the kind. */
    static final String OWNED = """
            SELECT 'pg_namespace'::regclass AS catalog, oid, nspowner AS owner, nspacl AS acl, 'n'::"char" AS letter FROM pg_namespace
            UNION ALL SELECT 'pg_class', oid, relowner, relacl, CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char"
                      FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
            UNION ALL SELECT 'pg_type', oid, typowner, typacl, 'T' FROM pg_type
                      WHERE typrelid NOT IN (SELECT oid FROM pg_class WHERE relkind <> 'c')
                        AND (typelem = 0 OR typsubscript <> 'array_subscript_handler'::regproc)
            UNION ALL SELECT 'pg_proc', oid, proowner, proacl, 'f' FROM pg_proc
            UNION ALL SELECT 'pg_language', oid, lanowner, lanacl, 'l' FROM pg_language
            UNION ALL SELECT 'pg_foreign_data_wrapper', oid, fdwowner, fdwacl, 'F' FROM pg_foreign_data_wrapper
            UNION ALL SELECT 'pg_foreign_server', oid, srvowner, srvacl, 'S' FROM pg_foreign_server
            UNION ALL SELECT 'pg_operator', oid, oprowner, NULL, NULL FROM pg_operator
            UNION ALL SELECT 'pg_opclass', oid, opcowner, NULL, NULL FROM pg_opclass
            UNION ALL SELECT 'pg_opfamily', oid, opfowner, NULL, NULL FROM pg_opfamily
            UNION ALL SELECT 'pg_collation', oid, collowner, NULL, NULL FROM pg_collation
            UNION ALL SELECT 'pg_conversion', oid, conowner, NULL, NULL FROM pg_conversion
            UNION ALL SELECT 'pg_ts_config', oid, cfgowner, NULL, NULL FROM pg_ts_config
            UNION ALL SELECT 'pg_ts_dict', oid, dictowner, NULL, NULL FROM pg_ts_dict
            UNION ALL SELECT 'pg_statistic_ext', oid, stxowner, NULL, NULL FROM pg_statistic_ext
            UNION ALL SELECT 'pg_event_trigger', oid, evtowner, NULL, NULL FROM pg_event_trigger
            UNION ALL SELECT 'pg_publication', oid, pubowner, NULL, NULL FROM pg_publication
            UNION ALL SELECT 'pg_subscription', oid, subowner, NULL, NULL FROM pg_subscription""";

    private static final String QUERY = """
            SELECT catalog, o.oid, pg_get_userbyid(owner) AS owner, quote_ident(pg_get_userbyid(owner)) AS quoted,
                   EXISTS (SELECT FROM pg_depend d
                           WHERE d.classid = o.catalog AND d.objid = o.oid AND d.deptype = 'e') AS of_member
            FROM (%s) o WHERE o.oid >= 16384 OR catalog = 'pg_namespace'::regclass""".formatted(OWNED);

    /** The owner of the public schema of a new database, since 15. */
    private static final String NEW_PUBLIC_OWNER = "pg_database_owner";

    /** @param ofMember whether it owns a member of an extension, which belongs to whoever installs that */
    private record Owner(String name, String quoted, boolean ofMember) {}

    private final Map<Address, Owner> owners = new HashMap<>();

    private Owners() {}

    public static Owners read(CatalogSession session) throws SQLException {
        Owners all = new Owners();
        session.query(QUERY, row -> {
            all.owners.put(
                    new Address(row.text("catalog"), row.number("oid")),
                    new Owner(row.text("owner"), row.text("quoted"), row.flag("of_member")));
            return true;
        });
        return all;
    }

    /** The owner's name; null for what has none, and for what is there in any new database. */
    public @Nullable String of(Draft draft) {
        Owner owner = owners.get(draft.address());
        return owner == null || owner.ofMember ? null : owner.name;
    }

    /** The statement that gives the object to its owner; none for what is made along with another object, whose owner it follows. */
    public List<Statement> statements(Draft draft, Phase phase) {
        Owner owner = owners.get(draft.address());
        if (owner == null || draft.steps().isEmpty() || isNewPublic(draft, owner)) {
            return List.of();
        }
        String sql = "ALTER " + draft.reference() + " OWNER TO " + owner.quoted;
        return List.of(new Statement(draft.id(), phase, Aspect.OWNER, sql, List.of(owner.name)));
    }

    private static boolean isNewPublic(Draft draft, Owner owner) {
        return draft.id().kind() == ObjectKind.SCHEMA
                && draft.id().name().equals("public")
                && owner.name.equals(NEW_PUBLIC_OWNER);
    }
}
