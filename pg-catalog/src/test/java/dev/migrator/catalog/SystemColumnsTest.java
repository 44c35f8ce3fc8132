package dev.migrator.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That nothing in PostgreSQL's system catalogs, of whatever major, is passed over without a reason that somebody has written down. */
class SystemColumnsTest {

    private static final Map<Integer, Reading> READINGS = new ConcurrentHashMap<>();

    /**
     * What reading one empty database asks of the server.
     *
     * @param existing every column of every table in pg_catalog
     */
    private record Reading(List<String> queries, Set<String> existing, Set<String> read) {}

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void everyColumnIsReadOrLeftOutForAReason(int major) {
        Set<String> passedOver = new TreeSet<>(on(major).existing);
        passedOver.removeAll(on(major).read);
        passedOver.removeAll(leftOut(major));
        assertThat(passedOver)
                .as("neither read nor in columns-not-read.txt: does it describe an object of a user?")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void whatIsLeftOutIsThereAndIsNotRead(int major) {
        assertThat(on(major).existing).containsAll(leftOut(major));
        assertThat(leftOut(major)).doesNotContainAnyElementsOf(on(major).read);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void whatAFunctionIsSaidToWriteIsAskedOfIt(int major) {
        String queries = String.join("\n", on(major).queries);
        assertThat(list(major).map(ColumnsNotRead::writer).filter(Objects::nonNull))
                .isNotEmpty()
                .allMatch(function -> queries.contains(function + "("));
    }

    @ParameterizedTest
    @MethodSource("majors")
    void nothingIsLeftOutTwice(int major) {
        assertThat(list(major)
                        .flatMap(line -> line.columnsAmong(on(major).existing).stream())
                        .collect(groupingBy(column -> column, Collectors.counting())))
                .allSatisfy((column, times) -> assertThat(times).as(column).isEqualTo(1));
    }

    private static Stream<ColumnsNotRead> list(int major) {
        return ColumnsNotRead.all().stream().filter(line -> line.holdsFor(major));
    }

    private static Set<String> leftOut(int major) {
        return list(major)
                .flatMap(line -> line.columnsAmong(on(major).existing).stream())
                .collect(toCollection(TreeSet::new));
    }

    private static Reading on(int major) {
        return READINGS.computeIfAbsent(major, SystemColumnsTest::reading);
    }

    private static Reading reading(int major) {
        Database database = TestPostgres.of(major).createDatabase("columns");
        RecordedQueries recorded = new RecordedQueries();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            CatalogReader.read(recorded.of(connection));
            connection.rollback();
            return new Reading(
                    recorded.texts(), ColumnsRead.existing(database), ColumnsRead.by(recorded.texts(), database));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
