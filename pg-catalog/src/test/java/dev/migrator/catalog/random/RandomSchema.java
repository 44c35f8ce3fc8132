package dev.migrator.catalog.random;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A schema made of a seed: the same statements on every server of one major. What the server refuses is left out, so that the rest can
 * be built on what is there, and counted.
 */
public final class RandomSchema {

    private static final String CONNECTION_LOST = "08";

    private static final List<RandomKind> KINDS = List.of(
            new RandomNamespaces(),
            new RandomGrants(true),
            new RandomTypes(),
            new RandomFunctions(),
            new RandomSequences(),
            new RandomTypes(),
            new RandomAggregates(),
            new RandomOperators(),
            new RandomTextSearch(),
            new RandomTables(),
            new RandomForeignTables(),
            new RandomTypedTables(),
            new RandomHeirs(),
            new RandomPartitions(),
            new RandomConstraints(),
            new RandomForeignKeys(),
            new RandomViews(),
            new RandomIndexes(),
            new RandomMarks(),
            new RandomHistory(),
            new RandomFunctions(),
            new RandomHeirs(),
            new RandomViews(),
            new RandomTriggers(),
            new RandomPolicies(),
            new RandomPublications(),
            new RandomHistory(),
            new RandomGrants(false),
            new RandomComments());

    private final List<String> statements = new ArrayList<>();
    private final Map<String, Count> counts = new TreeMap<>();
    private final StringBuilder refusals = new StringBuilder();

    /** How many statements of a kind there were, and how many of them were accepted. */
    public record Count(int accepted, int all) {

        Count and(Count other) {
            return new Count(accepted + other.accepted, all + other.all);
        }
    }

    private RandomSchema() {}

    /** Makes the schema of a seed in an empty database. The roles of {@link RandomRoles} must be there. */
    public static RandomSchema create(long seed, int major, Database database) throws SQLException {
        RandomSchema schema = new RandomSchema();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            World world = new World(seed, major, (kind, sql) -> schema.run(statement, kind, sql));
            for (RandomKind kind : KINDS) {
                kind.add(world);
            }
        }
        return schema;
    }

    private boolean run(java.sql.Statement statement, String kind, String sql) throws SQLException {
        boolean accepted;
        try {
            statement.execute(sql);
            statements.add(sql);
            accepted = true;
        } catch (SQLException e) {
            if (e.getSQLState() == null || e.getSQLState().startsWith(CONNECTION_LOST)) {
                throw e;
            }
            refusals.append("-- ")
                    .append(kind)
                    .append(": ")
                    .append(e.getMessage().replace("\n", "\n--   "))
                    .append("\n-- ")
                    .append(sql.replace("\n", "\n-- "))
                    .append('\n');
            accepted = false;
        }
        counts.merge(kind, new Count(accepted ? 1 : 0, 1), Count::and);
        return accepted;
    }

    /** What made it, for psql; what was refused stands at the end as a comment. */
    public String script() {
        return String.join(";\n", statements) + ";\n" + refusals;
    }

    /** Accepted statements of all, by kind. */
    public Map<String, Count> counts() {
        return Map.copyOf(counts);
    }
}
