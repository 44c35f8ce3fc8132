package dev.migrator.profile.load;

import dev.migrator.profile.manifest.SequenceState;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Sets sequences to where they stood, few in one transaction, so that the server's table of locks never fills. */
final class SequenceWriter implements Job {

    private static final int SEQUENCES_A_STATEMENT = 500;

    private static final String SET = """
            SELECT pg_catalog.setval(format('%I.%I', s.schema, s.name)::regclass, s.value, s.called)
            FROM unnest(?::text[], ?::text[], ?::bigint[], ?::boolean[]) AS s (schema, name, value, called)
            """;

    private final List<SequenceState> sequences;

    SequenceWriter(List<SequenceState> sequences) {
        this.sequences = sequences;
    }

    @Override
    public String subject() {
        return "the sequences";
    }

    @Override
    public void run(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SET)) {
            for (int from = 0; from < sequences.size(); from += SEQUENCES_A_STATEMENT) {
                List<SequenceState> some =
                        sequences.subList(from, Math.min(sequences.size(), from + SEQUENCES_A_STATEMENT));
                statement.setArray(1, texts(connection, some.stream().map(SequenceState::schema)));
                statement.setArray(2, texts(connection, some.stream().map(SequenceState::name)));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "bigint",
                                some.stream().map(SequenceState::lastValue).toArray()));
                statement.setArray(
                        4,
                        connection.createArrayOf(
                                "boolean",
                                some.stream().map(SequenceState::called).toArray()));
                statement.execute();
            }
        }
    }

    private static Array texts(Connection connection, Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
