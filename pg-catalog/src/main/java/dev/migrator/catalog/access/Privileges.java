package dev.migrator.catalog.access;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.Phase;
import dev.migrator.catalog.Statement;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Draft;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who may do what with which object. */
public final class Privileges {

    /** A routine as GRANT names it, which is not always as COMMENT ON does: an aggregate over rows is {@code my_count()}. */
    private static final String ROUTINES =
            "SELECT oid, oid::regprocedure::text AS name FROM pg_proc WHERE oid >= 16384 OR proacl IS NOT NULL";

    private final Map<Address, List<Acl>> acls;
    private final Map<Address, String> routines = new HashMap<>();

    private Privileges(Map<Address, List<Acl>> acls) {
        this.acls = acls;
    }

    public static Privileges read(CatalogSession session) throws SQLException {
        Privileges all = new Privileges(AclQuery.ofObjects(session));
        session.query(ROUTINES, row -> {
            all.routines.put(Address.routine(row.number("oid")), row.text("name"));
            return true;
        });
        return all;
    }

    /** Every privilege in force, one item a line, sorted. */
    public List<String> of(Draft draft) {
        return acls.getOrDefault(draft.address(), List.of()).stream()
                .flatMap(acl -> Grants.inWords(acl).stream())
                .sorted()
                .toList();
    }

    /** The statements that lead from the privileges of a new object to those of this one. */
    public List<Statement> statements(Draft draft, Phase phase) {
        List<Statement> statements = new ArrayList<>();
        for (Acl acl : acls.getOrDefault(draft.address(), List.of())) {
            for (Acl.Change change : acl.changes()) {
                statements.add(new Statement(
                        draft.id(),
                        phase,
                        Aspect.PRIVILEGES,
                        Grants.statement(acl, change, target(draft)),
                        Grants.roles(acl, change)));
            }
        }
        return statements;
    }

    private String target(Draft draft) {
        String name = draft.name();
        return switch (draft.id().kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> "TABLE " + name;
            case ENUM, COMPOSITE, DOMAIN, RANGE, BASE_TYPE -> "TYPE " + name;
            case FUNCTION, AGGREGATE -> "FUNCTION " + routines.getOrDefault(draft.address(), name);
            case SERVER -> "FOREIGN SERVER " + name;
            default -> draft.reference();
        };
    }
}
