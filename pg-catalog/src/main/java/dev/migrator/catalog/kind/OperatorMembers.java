package dev.migrator.catalog.kind;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The operators and support functions of operator classes, and those that belong to a family without being in one of its classes: also
 * what users have added to PostgreSQL's own families, which pg_dump does not carry.
 */
final class OperatorMembers {

    /**
     * A member that a class cannot do without depends on it; every other belongs to the family only. One that is dropped with an operator
     * or function of an extension was added by the extension. The order is that of their key in the catalog.
     */
    private static final String QUERY = """
            WITH members AS (
                SELECT 'pg_amop' AS catalog, m.oid, m.amopfamily AS family, 1 AS part, m.amopstrategy AS number,
                       format('OPERATOR %s %s%s', m.amopstrategy, m.amopopr::regoperator,
                              (SELECT format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname)
                               FROM pg_opfamily s JOIN pg_namespace sn ON sn.oid = s.opfnamespace WHERE s.oid = m.amopsortfamily)) AS text,
                       format('%s, %s', format_type(m.amoplefttype, NULL), format_type(m.amoprighttype, NULL)) AS types
                FROM pg_amop m WHERE m.oid >= 16384
                UNION ALL
                SELECT 'pg_amproc', m.oid, m.amprocfamily, 2, m.amprocnum,
                       format('FUNCTION %s (%s, %s) %s', m.amprocnum, format_type(m.amproclefttype, NULL),
                              format_type(m.amprocrighttype, NULL), m.amproc::regprocedure),
                       format('%s, %s', format_type(m.amproclefttype, NULL), format_type(m.amprocrighttype, NULL))
                FROM pg_amproc m WHERE m.oid >= 16384
            )
            SELECT m.catalog, m.oid, CASE WHEN d.refobjid IS NULL THEN 'pg_opfamily' ELSE 'pg_opclass' END AS owner_catalog,
                   coalesce(d.refobjid, m.family) AS owner, m.text
            FROM members m
            LEFT JOIN pg_depend d ON d.classid = m.catalog::regclass AND d.objid = m.oid AND d.refclassid = 'pg_opclass'::regclass
            WHERE NOT EXISTS (SELECT FROM pg_depend a
                              JOIN pg_depend e ON e.classid = a.refclassid AND e.objid = a.refobjid AND e.deptype = 'e'
                              WHERE a.classid = m.catalog::regclass AND a.objid = m.oid AND a.deptype = 'a')
            ORDER BY m.part, m.number, m.types""";

    private record Member(Address address, String text) {}

    private final Map<Address, List<Member>> byOwner = new HashMap<>();

    private OperatorMembers() {}

    static OperatorMembers read(CatalogSession session) throws SQLException {
        OperatorMembers members = new OperatorMembers();
        session.query(QUERY, row -> members.byOwner
                .computeIfAbsent(new Address(row.text("owner_catalog"), row.number("owner")), o -> new ArrayList<>())
                .add(new Member(new Address(row.text("catalog"), row.number("oid")), row.text("text"))));
        return members;
    }

    /** The members of a class, or the loose ones of a family, operators first. */
    List<String> of(Address owner) {
        return members(owner).map(Member::text).toList();
    }

    /** Where the same members lie. */
    List<Address> addresses(Address owner) {
        return members(owner).map(Member::address).toList();
    }

    private Stream<Member> members(Address owner) {
        return byOwner.getOrDefault(owner, List.of()).stream();
    }
}
