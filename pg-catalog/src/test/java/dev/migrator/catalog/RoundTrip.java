package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.testing.Oracle;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database made by a script, read, made again by its plan in another database, and read again. */
public final class RoundTrip {

    private final TestPostgres server;
    private final Database source;
    private final Database target;
    private final Catalog original;
    private final Catalog restored;

    private RoundTrip(TestPostgres server, Database source) throws SQLException {
        Database target = server.createDatabase("restored");
        this.server = server;
        this.source = source;
        this.target = target;
        this.original = read(source);
        apply(original.plan(), target);
        this.restored = read(target);
    }

    /** On the newest server under test. */
    public static RoundTrip of(String script) throws SQLException {
        return of(TestPostgres.newest(), script);
    }

    public static RoundTrip of(TestPostgres server, String script) throws SQLException {
        return of(databaseWith(server, script), server);
    }

    /** From a database that is there already. */
    public static RoundTrip of(Database source, TestPostgres server) throws SQLException {
        return new RoundTrip(server, source);
    }

    /** A new database that the script has run in. */
    public static Database databaseWith(TestPostgres server, String script) throws SQLException {
        Database database = server.createDatabase("original");
        run(database, script);
        return database;
    }

    /** The driver does not see where the next statement begins after a body that ends in {@code END;}, so the script is cut there. */
    public static void run(Database database, String script) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("RESET search_path");
            for (String part : script.split("(?<=END;)")) {
                statement.execute(part);
            }
        }
    }

    /** The catalog as capture reads it: in one repeatable-read transaction. */
    public static Catalog read(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Catalog catalog = CatalogReader.read(connection);
            connection.rollback();
            return catalog;
        }
    }

    /** Runs every statement of a plan, naming the one that fails. */
    public static void apply(DdlPlan plan, Database database) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(DdlPlan.SESSION);
            for (Statement next : plan.statements()) {
                try {
                    statement.execute(next.sql());
                } catch (SQLException e) {
                    throw new SQLException(next.object() + ": " + e.getMessage() + "\n" + next.sql(), e);
                }
            }
        }
    }

    /** Asserts that it {@link #readsBackTheSame} and, with {@code -Dit.oracle=true}, that pg_dump sees no difference either. */
    public RoundTrip isFaithful() throws IOException, InterruptedException {
        readsBackTheSame();
        if (Boolean.getBoolean("it.oracle")) {
            Oracle oracle = new Oracle(server);
            assertThat(oracle.missing()).isEmpty();
            assertThat(oracle.difference(oracle.twinOf(source), target, "--privs"))
                    .isEmpty();
        }
        return this;
    }

    /**
     * Asserts that pg_dump cannot tell the restored database from one that it has restored itself, that no comparison finds a difference,
     * and that psql makes the same of the plan written as a script.
     */
    public void isWhatPgDumpWouldRestore() throws SQLException, IOException, InterruptedException {
        Oracle oracle = new Oracle(server);
        Database twin = oracle.twinOf(source);
        assertThat(oracle.difference(twin, target)).isEmpty();
        assertThat(oracle.difference(twin, target, "--privs")).isEmpty();
        CatalogDiff diff = CatalogComparison.rereadingOn(server.maintenance()).compare(original, restored);
        assertThat(diff.isEmpty()).as("%s", diff).isTrue();
        assertThat(diff.undecided()).isEmpty();
        Database scripted = server.createDatabase("scripted");
        assertThat(oracle.psql(SchemaScript.of(CatalogReader.read(source)), scripted))
                .isEmpty();
        assertThat(read(scripted).objects()).isEqualTo(restored.objects());
    }

    /** Asserts that every object came back with the same definition, owner, privileges and comments, and that nothing else did. */
    public RoundTrip readsBackTheSame() {
        assertThat(restored.objects()).containsExactlyElementsOf(original.objects());
        assertThat(restored.plan()).isEqualTo(original.plan());
        return this;
    }

    /** The object that reads like {@code table app.orders}, as it came back. */
    public CatalogObject object(String id) {
        return restored.objects().stream()
                .filter(object -> object.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " among "
                        + restored.objects().stream().map(CatalogObject::id).toList()));
    }

    /** The statements of one phase that make the objects, in order. */
    public List<String> sql(Phase phase) {
        return original.plan().in(phase).stream().map(Statement::sql).toList();
    }

    /** The first column of the first row of a query against the restored database. */
    public String answer(String query) throws SQLException {
        try (Connection connection = target.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    public Catalog original() {
        return original;
    }

    public Catalog restored() {
        return restored;
    }

    public Database source() {
        return source;
    }

    public Database target() {
        return target;
    }
}
