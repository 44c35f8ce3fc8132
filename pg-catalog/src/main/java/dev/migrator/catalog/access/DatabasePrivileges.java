package dev.migrator.catalog.access;

import dev.migrator.catalog.DatabaseState;
import dev.migrator.catalog.kind.CatalogSession;
import java.sql.SQLException;
import java.util.List;

/** Who may do what with the database as a whole. */
public final class DatabasePrivileges {

    /** Stands for the database, whose name is known only when the statements are to run. */
    private static final String NAME = "\0";

    private final Acl acl;

    private DatabasePrivileges(Acl acl) {
        this.acl = acl;
    }

    public static DatabasePrivileges read(CatalogSession session) throws SQLException {
        return new DatabasePrivileges(AclQuery.ofDatabase(session));
    }

    /** Every privilege in force, one item a line, sorted. */
    public List<String> inWords() {
        return Grants.inWords(acl).stream().sorted().toList();
    }

    /** What leads to them from the privileges of a new database. */
    public List<DatabaseState.Grant> grants() {
        return acl.changes().stream().map(this::grant).toList();
    }

    private DatabaseState.Grant grant(Acl.Change change) {
        String sql = Grants.statement(acl, change, "DATABASE " + NAME);
        int name = sql.indexOf(NAME);
        return new DatabaseState.Grant(
                sql.substring(0, name).strip(), sql.substring(name + 1).strip(), Grants.roles(acl, change));
    }
}
