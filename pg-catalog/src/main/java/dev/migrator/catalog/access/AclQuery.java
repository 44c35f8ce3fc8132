package dev.migrator.catalog.access;

import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads access control lists: each different list once, and which object has which. */
final class AclQuery {

    private static final String COLUMNS = """
            SELECT 'pg_class', a.attrelid, c.relowner, a.attacl, 'c'::"char", quote_ident(a.attname), a.attnum
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE NOT a.attisdropped
              AND (a.attacl IS NOT NULL
                   OR (a.attrelid, a.attnum) IN (SELECT objoid, objsubid FROM pg_init_privs WHERE classoid = 'pg_class'::regclass))""";

    /** Every object that can have privileges, and every column that has some or had some when its extension was made. */
    static final String OBJECTS =
            "SELECT o.*, NULL AS column_name, 0 AS attnum FROM (" + Owners.OWNED + ") o UNION ALL " + COLUMNS;

    private static final String DATABASE = """
            SELECT 'pg_database'::regclass AS catalog, oid, datdba AS owner, datacl AS acl, 'd'::"char" AS letter,
                   NULL AS column_name, 0 AS attnum
            FROM pg_database WHERE datname = current_database()""";

    private static final String DEFAULTS = """
            SELECT 'pg_default_acl'::regclass AS catalog, oid, defaclrole AS owner, defaclacl AS acl,
                   CASE defaclobjtype WHEN 'S' THEN 's' ELSE defaclobjtype END AS letter, NULL AS column_name, 0 AS attnum
            FROM pg_default_acl""";

    /**
     * Every list has a key by which it is known; most objects of a database share a few. The public schema of a new database has what it
     * has since 15, also where the source is older: everybody may use it and nobody but its owner create in it.
     */
    private static final String KEYED = """
            WITH keyed AS (
                SELECT o.*, b.initprivs,
                       format('%%s/%%s/%%s/%%s/%%s', o.letter, o.owner, o.column_name, o.acl, b.initprivs) AS key
                FROM (%s) o
                LEFT JOIN pg_init_privs i ON i.classoid = o.catalog AND i.objoid = o.oid AND i.objsubid = o.attnum
                LEFT JOIN pg_namespace public ON o.catalog = 'pg_namespace'::regclass AND public.oid = o.oid AND public.nspname = 'public'
                CROSS JOIN LATERAL (SELECT CASE WHEN public.oid IS NULL THEN i.initprivs
                                                ELSE acldefault('n', o.owner) || makeaclitem(0, o.owner, 'USAGE', false) END) b(initprivs)
                WHERE o.letter IS NOT NULL
                  AND (o.oid >= 16384 OR o.catalog IN ('pg_namespace'::regclass, 'pg_database'::regclass) OR o.acl IS DISTINCT FROM b.initprivs)
            )
            """;

    private static final String LISTS = KEYED + """
            SELECT o.key, o.letter, o.column_name, quote_ident(pg_get_userbyid(o.owner)) AS owner, s.born,
                   CASE e.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(e.grantee)) END AS grantee,
                   CASE e.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END AS grantee_name,
                   quote_ident(pg_get_userbyid(e.grantor)) AS grantor, pg_get_userbyid(e.grantor) AS grantor_name,
                   e.privilege_type AS privilege, e.is_grantable AS grantable
            FROM (SELECT DISTINCT ON (key) * FROM keyed ORDER BY key) o
            CROSS JOIN LATERAL (VALUES (true, coalesce(o.initprivs, acldefault(o.letter, o.owner))),
                                       (false, coalesce(o.acl, acldefault(o.letter, o.owner)))) s(born, acl)
            LEFT JOIN LATERAL aclexplode(s.acl) WITH ORDINALITY e(grantor, grantee, privilege_type, is_grantable, position) ON true
            ORDER BY o.key, s.born, e.position""";

    private static final String PLACES =
            KEYED + "SELECT catalog, oid, key FROM keyed ORDER BY catalog, oid, attnum <> 0, attnum";

    private static final String ALL = """
            SELECT letter, privilege_type AS privilege
            FROM unnest('{n,r,s,T,f,l,F,S,d,L}'::"char"[]) letter, aclexplode(acldefault(letter, 10)) WHERE grantee = 10""";

    private AclQuery() {}

    /** The lists of every object, followed by those of its columns that have one, by object. */
    static Map<Address, List<Acl>> ofObjects(CatalogSession session) throws SQLException {
        return read(session, OBJECTS);
    }

    /** The lists of future objects; at birth those of an object of the role, whether or not they are for one schema only. */
    static Map<Address, List<Acl>> ofDefaults(CatalogSession session) throws SQLException {
        return read(session, DEFAULTS);
    }

    /** The list of the database that the session is connected to. */
    static Acl ofDatabase(CatalogSession session) throws SQLException {
        return read(session, DATABASE).values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Address, List<Acl>> read(CatalogSession session, String source) throws SQLException {
        Map<String, Set<String>> all = everyPrivilege(session);
        Map<String, Building> buildings = new HashMap<>();
        session.query(LISTS.formatted(source), row -> {
            Building building = buildings.get(row.text("key"));
            if (building == null) {
                building = new Building(row, all);
                buildings.put(row.text("key"), building);
            }
            building.add(row);
            return true;
        });
        Map<String, Acl> lists = new HashMap<>();
        buildings.forEach((key, building) -> lists.put(key, building.acl()));
        Map<Address, List<Acl>> acls = new HashMap<>();
        session.query(PLACES.formatted(source), row -> acls.computeIfAbsent(
                        new Address(row.text("catalog"), row.number("oid")), a -> new ArrayList<>(1))
                .add(Objects.requireNonNull(lists.get(row.text("key")))));
        return acls;
    }

    /** By the letter of a kind of object, what ALL stands for. */
    private static Map<String, Set<String>> everyPrivilege(CatalogSession session) throws SQLException {
        Map<String, Set<String>> all = new HashMap<>();
        session.query(ALL, row -> all.computeIfAbsent(row.text("letter"), l -> new HashSet<>())
                .add(row.text("privilege")));
        all.put("c", Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES"));
        return all;
    }

    /** One list while its rows come in. */
    private static final class Building {
        private final String owner;
        private final @Nullable String column;
        private final Set<String> all;
        private final List<AclItem> born = new ArrayList<>();
        private final List<AclItem> current = new ArrayList<>();

        Building(Row row, Map<String, Set<String>> all) throws SQLException {
            this.owner = row.text("owner");
            this.column = row.optional("column_name");
            this.all = Objects.requireNonNull(all.get(row.text("letter")));
        }

        void add(Row row) throws SQLException {
            if (row.optional("privilege") != null) {
                add(row.flag("born") ? born : current, AclItem.of(row));
            }
        }

        /** The privileges of one item follow one another. */
        private static void add(List<AclItem> items, AclItem next) {
            AclItem last = items.isEmpty() ? null : items.get(items.size() - 1);
            if (last != null && last.isBetweenTheSame(next)) {
                items.set(items.size() - 1, last.with(next));
            } else {
                items.add(next);
            }
        }

        Acl acl() {
            return new Acl(owner, column, all, born, current);
        }
    }
}
