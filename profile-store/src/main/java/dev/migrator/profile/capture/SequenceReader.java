package dev.migrator.profile.capture;

import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.ExtensionConfiguration;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.SqlText;
import dev.migrator.profile.manifest.SequenceState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads where sequences stand. A sequence knows no snapshot: it is read as it is now, at or beyond all values in the rows of the snapshot,
 * so this comes right after the snapshot was taken and leaves ALTER SEQUENCE and setval the least time to turn one back.
 */
final class SequenceReader {

    /** In one statement, and so in one transaction, whose locks are few enough for any server. */
    private static final int AT_ONCE = 200;

    private static final String UNDEFINED_TABLE = "42P01";

    private SequenceReader() {}

    /** All sequences of the catalog in its order, then those of extensions; {@code connection} is in auto-commit mode. */
    static List<SequenceState> read(Connection connection, Catalog catalog) throws SQLException {
        List<ObjectId> sequences = Stream.concat(
                        catalog.sequences().stream(),
                        catalog.configurations().stream().map(ExtensionConfiguration::relation))
                .filter(id -> id.kind() == ObjectKind.SEQUENCE)
                .toList();
        List<SequenceState> states = new ArrayList<>(sequences.size());
        for (int from = 0; from < sequences.size(); from += AT_ONCE) {
            read(connection, sequences.subList(from, Math.min(sequences.size(), from + AT_ONCE)), states);
        }
        return states;
    }

    private static void read(Connection connection, List<ObjectId> sequences, List<SequenceState> states)
            throws SQLException {
        String query = sequences.stream()
                .map(id -> "SELECT last_value, is_called FROM " + SqlText.name(schema(id), id.name()))
                .collect(Collectors.joining(" UNION ALL "));
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            for (ObjectId id : sequences) {
                rows.next();
                states.add(new SequenceState(schema(id), id.name(), rows.getLong(1), rows.getBoolean(2)));
            }
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                throw new CaptureException.SchemaChanged("a sequence that is not there any more");
            }
            throw e;
        }
    }

    private static String schema(ObjectId sequence) {
        return Objects.requireNonNull(sequence.schema(), "a sequence lies in a schema");
    }
}
