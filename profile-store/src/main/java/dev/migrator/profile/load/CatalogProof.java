package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.CatalogComparison;
import dev.migrator.catalog.CatalogDiff;
import dev.migrator.catalog.CatalogReader;
import dev.migrator.postgres.Database;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.profile.event.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the catalog of the new database with the snapshot's. */
final class CatalogProof implements Job {

    private static final int SHOWN = 10;

    private final Catalog expected;
    private final Set<Aspect> leftOut;
    private final Omissions omissions;
    private final Database fresh;
    private final ProgressListener listener;
    private final Differences differences;

    /**
     * @param leftOut what was not to come along, of any object
     * @param omissions what could not
     */
    CatalogProof(
            Catalog expected,
            Set<Aspect> leftOut,
            Omissions omissions,
            Database fresh,
            ProgressListener listener,
            Differences differences) {
        this.expected = expected;
        this.leftOut = leftOut;
        this.omissions = omissions;
        this.fresh = fresh;
        this.listener = listener;
        this.differences = differences;
    }

    @Override
    public String subject() {
        return "the catalog";
    }

    @Override
    public void run(Connection connection) throws SQLException {
        CatalogDiff diff = omissions.from(CatalogComparison.rereadingOn(fresh)
                .ignoring(leftOut.toArray(Aspect[]::new))
                .compare(expected, read(connection)));
        diff.removed().forEach(object -> differences.add(object.id().toString(), "missing"));
        diff.added().forEach(object -> differences.add(object.id().toString(), "not in the snapshot"));
        diff.changed().forEach(change -> differences.add(change.before().id().toString(), "another " + words(change)));
        if (!diff.undecided().isEmpty()) {
            listener.on(new Notice(undecided(diff.undecided())));
        }
    }

    private static String undecided(List<CatalogDiff.Change> changes) {
        String first = changes.stream()
                .limit(SHOWN)
                .map(change -> change.before().id().toString())
                .collect(Collectors.joining(", "));
        return "definitions that read differently on the target's major were compared by their structure alone: "
                + first + (changes.size() > SHOWN ? " and " + (changes.size() - SHOWN) + " more" : "");
    }

    private static Catalog read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            Catalog catalog = CatalogReader.read(connection);
            connection.rollback();
            return catalog;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static String words(CatalogDiff.Change change) {
        return change.aspects().stream()
                .sorted()
                .map(aspect -> aspect.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
    }
}
