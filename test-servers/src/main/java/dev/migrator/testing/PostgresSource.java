package dev.migrator.testing;

import java.util.List;
import java.util.stream.Stream;

/** Where a {@link TestPostgres} comes from. */
interface PostgresSource {

    /** The majors that there are, ascending. */
    List<Integer> majors();

    /** Starts one of them; it ends with this JVM. */
    TestPostgres start(int major);

    /** What {@code -Dit.backend} chooses. */
    static PostgresSource chosen() {
        return Backend.chosen() == Backend.DOCKER ? new DockerPostgres() : new EmbeddedPostgres();
    }

    /** {@code -Dit.majors}, ascending. */
    static List<Integer> wantedMajors() {
        return Stream.of(System.getProperty("it.majors", "15,18").split(",", -1))
                .map(String::strip)
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }
}
