package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.Statement;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The phase of foreign keys: declared one after another, which is quick where they are not checked yet, and then checked side by side.
 *
 * <p>ADD FOREIGN KEY locks both tables against each other, so that keys around one table would wait for one another; VALIDATE CONSTRAINT
 * locks only the referencing table against itself. Keys of or to partitioned tables are checked while they are declared, since PostgreSQL
 * before 18 cannot do it later. Keys that were NOT VALID, or not enforced, stay so.
 *
 * @param declarations in the plan's order, with all that the phase says besides
 * @param validations by referencing table
 */
record ForeignKeys(List<Statement> declarations, List<List<Statement>> validations) {

    private static final String PARTITIONED = """
            SELECT format('%I.%I', n.nspname, c.relname)
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'p'
            """;

    /**
     * @param phase the plan's statements
     * @param partitioned the partitioned tables as the plan writes them: qualified, quoted where need be
     */
    static ForeignKeys of(List<Statement> phase, Set<String> partitioned, TableSizes sizes) {
        List<Statement> declarations = new ArrayList<>();
        List<Statement> validations = new ArrayList<>();
        for (Statement statement : phase) {
            ObjectId id = statement.object();
            if (id.kind() == ObjectKind.FOREIGN_KEY
                    && statement.aspect() == Aspect.DEFINITION
                    && canWait(statement.sql(), partitioned)) {
                declarations.add(statement.withSql(statement.sql() + " NOT VALID"));
                validations.add(statement.withSql(validate(id)));
            } else {
                declarations.add(statement);
            }
        }
        return new ForeignKeys(declarations, sizes.largestFirst(validations));
    }

    /** The partitioned tables of a database as its plan writes them. */
    static Set<String> partitioned(Database database) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(PARTITIONED)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static boolean canWait(String sql, Set<String> partitioned) {
        return sql.startsWith("ALTER TABLE ONLY ")
                && sql.contains(" FOREIGN KEY ")
                && !sql.endsWith(" NOT VALID")
                && !sql.endsWith(" NOT ENFORCED")
                && partitioned.stream().noneMatch(table -> sql.contains(" REFERENCES " + table + "("));
    }

    private static String validate(ObjectId id) {
        String table = SqlText.name(
                Objects.requireNonNull(id.schema(), "a foreign key lies in a schema"),
                Objects.requireNonNull(id.on(), "a foreign key lies on a table"));
        return "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + SqlText.name(id.name());
    }
}
