package dev.migrator.profile.load;

import dev.migrator.postgres.SqlText;
import dev.migrator.profile.manifest.SequenceState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Compares where the sequences stand with where they stood. */
final class SequenceProof implements Job {

    private static final int SEQUENCES_A_QUERY = 200;

    private final List<SequenceState> sequences;
    private final Differences differences;

    SequenceProof(List<SequenceState> sequences, Differences differences) {
        this.sequences = sequences;
        this.differences = differences;
    }

    @Override
    public String subject() {
        return "the sequences";
    }

    @Override
    public void run(Connection connection) throws SQLException {
        for (int from = 0; from < sequences.size(); from += SEQUENCES_A_QUERY) {
            compare(connection, sequences.subList(from, Math.min(sequences.size(), from + SEQUENCES_A_QUERY)));
        }
    }

    private void compare(Connection connection, List<SequenceState> some) throws SQLException {
        String query = some.stream()
                .map(s -> "SELECT last_value, is_called FROM " + SqlText.name(s.schema(), s.name()))
                .collect(Collectors.joining(" UNION ALL "));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            for (SequenceState expected : some) {
                row.next();
                if (row.getLong(1) != expected.lastValue() || row.getBoolean(2) != expected.called()) {
                    differences.add(
                            "sequence " + expected.schema() + "." + expected.name(),
                            words(row.getLong(1), row.getBoolean(2)) + " instead of "
                                    + words(expected.lastValue(), expected.called()));
                }
            }
        }
    }

    private static String words(long value, boolean called) {
        return (called ? "after " : "at ") + value;
    }
}
