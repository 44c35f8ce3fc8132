package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every option of every command that makes something: the scripts in {@code options/common} are for every PostgreSQL, {@code
 * options/since-N.sql} is for what N has brought. Each is a database of its own. What they prove is the table in docs/catalog.md;
 * {@code -Dit.docs=write} writes it anew.
 */
class OptionsTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "catalog.md");

    private static final KindMatrix PROVED = new KindMatrix();

    private static final Pattern SINCE = Pattern.compile("since-(\\d+)\\.sql");

    static Stream<Arguments> scriptsOnMajors() throws IOException, URISyntaxException {
        Path folder = folder();
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(file -> TestPostgres.majors().stream()
                            .filter(major -> major >= since(file))
                            .map(major -> Arguments.of(folder.relativize(file).toString(), major)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("scriptsOnMajors")
    void comesBackAsItWas(String script, int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), Files.readString(folder().resolve(script)));
        trip.isFaithful();
        PROVED.add(trip.restored(), major, script);
    }

    @AfterAll
    static void everyKindIsProvedOnEveryMajorAndTheDocumentSaysWhere() throws IOException {
        assertThat(TestPostgres.majors()).allSatisfy(major -> assertThat(PROVED.missingOn(major))
                .as("kinds that no script has on %s", major)
                .isEmpty());
        String document = Files.readString(DOCUMENT);
        String right = PROVED.in(document, TestPostgres.majors());
        if (System.getProperty("it.docs", "").equals("write")) {
            Files.writeString(DOCUMENT, right);
        } else {
            assertThat(document)
                    .as("docs/catalog.md; -Dit.docs=write writes it anew")
                    .isEqualTo(right);
        }
    }

    private static int since(Path file) {
        Matcher matcher = SINCE.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(OptionsTest.class.getResource("options")).toURI());
    }
}
