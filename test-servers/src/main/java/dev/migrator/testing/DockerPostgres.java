package dev.migrator.testing;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * PostgreSQL in containers: the image that {@code IT_POSTGRES_IMAGE} names, whose tag is its major, or else the official one of each
 * major under test. Testcontainers ends them with this JVM.
 */
final class DockerPostgres implements PostgresSource {

    private static final String VARIABLE = "IT_POSTGRES_IMAGE";
    private static final Pattern TAG = Pattern.compile(":(\\d+)");

    @Override
    public List<Integer> majors() {
        String image = System.getenv(VARIABLE);
        return image == null ? PostgresSource.wantedMajors() : List.of(major(image));
    }

    @Override
    public TestPostgres start(int major) {
        if (!majors().contains(major)) {
            throw new TestAbortedException("there is no image of PostgreSQL " + major + " here, only of " + majors());
        }
        String image = System.getenv(VARIABLE);
        String password = UUID.randomUUID().toString();
        PostgreSQLContainer container = new PostgreSQLContainer(
                        DockerImageName.parse(image == null ? "postgres:" + major : image)
                                .asCompatibleSubstituteFor("postgres"))
                .withDatabaseName("postgres")
                .withUsername("postgres")
                .withPassword(password);
        container.setCommand(
                "postgres",
                "-c",
                "fsync=off",
                "-c",
                "wal_level=logical",
                "-c",
                "max_wal_senders=10",
                "-c",
                "max_connections=200",
                "-c",
                "max_prepared_transactions=10",
                "-c",
                "max_locks_per_transaction=256");
        container.start();
        return new TestPostgres(
                major, container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), password);
    }

    private static int major(String image) {
        Matcher tag = TAG.matcher(image);
        if (!tag.find()) {
            throw new IllegalArgumentException(VARIABLE + " needs a tag that begins with the major: " + image);
        }
        return Integer.parseInt(tag.group(1));
    }
}
