package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.testing.Oracle;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas of whoever runs the tests: every {@code *.sql} in the folder {@code -Dit.schemas=DIR}, loaded by psql. */
@Tag("slow")
class SchemaFilesTest {

    private static final String FOLDER = System.getProperty("it.schemas", "");

    static Stream<Arguments> filesOnMajors() throws IOException {
        if (FOLDER.isEmpty()) {
            return Stream.of(Arguments.of("no folder is named by -Dit.schemas", TestPostgres.newestMajor()));
        }
        try (Stream<Path> files = Files.list(Path.of(FOLDER))) {
            return files
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .flatMap(name -> TestPostgres.majors().stream().map(major -> Arguments.of(name, major)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("filesOnMajors")
    void comesBackAsPgDumpWouldBringItBack(String file, int major) throws Exception {
        assumeTrue(!FOLDER.isEmpty(), file);
        TestPostgres server = TestPostgres.of(major);
        Oracle oracle = new Oracle(server);
        Optional<String> missing = oracle.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        Database source = server.createDatabase("schema");
        String loading = oracle.psql(Files.readString(Path.of(FOLDER, file)), source);
        assumeTrue(!loading.contains("ERROR:"), () -> file + " does not load: " + loading);

        RoundTrip trip = RoundTrip.of(source, server);

        assertThat(trip.original().objects()).as("more than the public schema").hasSizeGreaterThan(1);
        trip.isWhatPgDumpWouldRestore();
    }
}
