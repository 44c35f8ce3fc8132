package dev.migrator.catalog.access;

import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads access control lists, privilege by privilege, and puts their items together again. */
final class AclQuery {

    /** The columns that {@link #read} needs, for a list {@code s.acl} of the object {@code o}. */
    private static final String EXPLODED = """
            quote_ident(pg_get_userbyid(o.owner)) AS owner, o.letter, s.born,
            CASE e.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(e.grantee)) END AS grantee,
            CASE e.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END AS grantee_name,
            quote_ident(pg_get_userbyid(e.grantor)) AS grantor, pg_get_userbyid(e.grantor) AS grantor_name,
            e.privilege_type AS privilege, e.is_grantable AS grantable""";

    private static final String OBJECTS = """
            SELECT o.catalog, o.oid, NULL AS column_name, %s
            FROM (%s) o
            LEFT JOIN pg_init_privs i ON i.classoid = o.catalog::regclass AND i.objoid = o.oid AND i.objsubid = 0
            CROSS JOIN LATERAL (VALUES (true, coalesce(i.initprivs, acldefault(o.letter, o.owner))),
                                       (false, coalesce(o.acl, acldefault(o.letter, o.owner)))) s(born, acl)
            LEFT JOIN LATERAL aclexplode(s.acl) WITH ORDINALITY e(grantor, grantee, privilege_type, is_grantable, position) ON true
            WHERE o.letter IS NOT NULL AND (o.oid >= 16384 OR o.catalog IN ('pg_namespace', 'pg_database'))
            ORDER BY o.catalog, o.oid, s.born, e.position""";

    private static final String COLUMNS = """
            SELECT 'pg_class' AS catalog, a.attrelid AS oid, quote_ident(a.attname) AS column_name, %s
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            CROSS JOIN LATERAL (VALUES (c.relowner, 'c')) o(owner, letter)
            CROSS JOIN LATERAL (VALUES (false, a.attacl)) s(born, acl)
            LEFT JOIN LATERAL aclexplode(s.acl) WITH ORDINALITY e(grantor, grantee, privilege_type, is_grantable, position) ON true
            WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND a.attnum > 0 AND a.attrelid >= 16384
            ORDER BY a.attrelid, a.attnum, e.position""".formatted(EXPLODED);

    private static final String DATABASE = """
            SELECT 'pg_database' AS catalog, oid, datdba AS owner, datacl AS acl, 'd'::"char" AS letter
            FROM pg_database WHERE datname = current_database()""";

    private static final String DEFAULTS = """
            SELECT 'pg_default_acl' AS catalog, oid, defaclrole AS owner, defaclacl AS acl,
                   CASE defaclobjtype WHEN 'S' THEN 's' ELSE defaclobjtype END AS letter
            FROM pg_default_acl""";

    private static final String ALL = """
            SELECT letter, privilege_type AS privilege
            FROM unnest('{n,r,s,T,f,l,F,S,d,L}'::"char"[]) letter, aclexplode(acldefault(letter, 10)) WHERE grantee = 10""";

    private final Map<String, Set<String>> all = new HashMap<>();

    private AclQuery() {}

    /** The lists of every object, and of every column that has one, by object. */
    static Map<Address, List<Acl>> ofObjects(CatalogSession session) throws SQLException {
        return read(session, OBJECTS.formatted(EXPLODED, Owners.OWNED), COLUMNS);
    }

    /** The lists of future objects; at birth those of an object of the role, whether or not they are for one schema only. */
    static Map<Address, List<Acl>> ofDefaults(CatalogSession session) throws SQLException {
        return read(session, OBJECTS.formatted(EXPLODED, DEFAULTS));
    }

    /** The list of the database that the session is connected to. */
    static Acl ofDatabase(CatalogSession session) throws SQLException {
        return read(session, OBJECTS.formatted(EXPLODED, DATABASE)).values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Address, List<Acl>> read(CatalogSession session, String... queries) throws SQLException {
        AclQuery query = new AclQuery();
        query.readAll(session);
        Map<Address, List<Acl>> acls = new HashMap<>();
        for (String sql : queries) {
            Map<Place, Building> buildings = new LinkedHashMap<>();
            session.query(sql, row -> {
                Place place =
                        new Place(new Address(row.text("catalog"), row.number("oid")), row.optional("column_name"));
                Building building = buildings.get(place);
                if (building == null) {
                    building = new Building(row);
                    buildings.put(place, building);
                }
                building.add(row);
                return true;
            });
            buildings.forEach((place, building) -> acls.computeIfAbsent(place.address, a -> new ArrayList<>(1))
                    .add(building.acl(place.column, query.all)));
        }
        return acls;
    }

    private void readAll(CatalogSession session) throws SQLException {
        session.query(ALL, row -> all.computeIfAbsent(row.text("letter"), l -> new HashSet<>())
                .add(row.text("privilege")));
        all.put("c", Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES"));
    }

    private record Place(Address address, @Nullable String column) {}

    /** One list while its rows come in. */
    private static final class Building {
        private final String owner;
        private final String letter;
        private final List<AclItem> born = new ArrayList<>();
        private final List<AclItem> current = new ArrayList<>();

        Building(Row row) throws SQLException {
            owner = row.text("owner");
            letter = row.text("letter");
        }

        void add(Row row) throws SQLException {
            if (row.optional("privilege") != null) {
                add(row.flag("born") ? born : current, row);
            }
        }

        /** The privileges of one item follow one another. */
        private static void add(List<AclItem> items, Row row) throws SQLException {
            AclItem next = AclItem.of(row);
            AclItem last = items.isEmpty() ? null : items.get(items.size() - 1);
            if (last != null && last.isBetweenTheSame(next)) {
                items.set(items.size() - 1, last.with(next));
            } else {
                items.add(next);
            }
        }

        Acl acl(@Nullable String column, Map<String, Set<String>> all) {
            return new Acl(owner, column, Objects.requireNonNull(all.get(letter)), born, current);
        }
    }
}
