package dev.migrator.catalog.kind;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operators and support functions of operator classes, and those that belong to a family without being in one of its classes. */
final class OperatorMembers {

    /** A member's dependency says whether it belongs to a class or only to the family. */
    private static final String QUERY = """
            SELECT d.refclassid::regclass::text AS catalog, d.refobjid AS owner, 1 AS part, m.amopstrategy AS number,
                   format('OPERATOR %s %s%s', m.amopstrategy, m.amopopr::regoperator,
                          (SELECT format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname)
                           FROM pg_opfamily s JOIN pg_namespace sn ON sn.oid = s.opfnamespace WHERE s.oid = m.amopsortfamily)) AS text,
                   m.amopopr::regoperator::text AS name
            FROM pg_amop m JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = m.oid
            WHERE d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass) AND m.oid >= 16384
              AND (d.refclassid = 'pg_opclass'::regclass OR d.refobjid = m.amopfamily)
            UNION ALL
            SELECT d.refclassid::regclass::text, d.refobjid, 2, m.amprocnum,
                   format('FUNCTION %s (%s, %s) %s', m.amprocnum, format_type(m.amproclefttype, NULL),
                          format_type(m.amprocrighttype, NULL), m.amproc::regprocedure),
                   m.amproc::regprocedure::text
            FROM pg_amproc m JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = m.oid
            WHERE d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass) AND m.oid >= 16384
            ORDER BY part, number, name, text""";

    private final Map<Address, List<String>> byOwner = new HashMap<>();

    private OperatorMembers() {}

    static OperatorMembers read(CatalogSession session) throws SQLException {
        OperatorMembers members = new OperatorMembers();
        session.query(QUERY, row -> members.byOwner
                .computeIfAbsent(new Address(row.text("catalog"), row.number("owner")), o -> new ArrayList<>())
                .add(row.text("text")));
        return members;
    }

    /** The members of a class, or the loose ones of a family, operators first. */
    List<String> of(Address owner) {
        return byOwner.getOrDefault(owner, List.of());
    }
}
