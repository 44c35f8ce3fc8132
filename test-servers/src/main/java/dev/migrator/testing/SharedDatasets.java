package dev.migrator.testing;

import dev.migrator.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real schemas with rows in them, that others have published, in the project's shared folder beside it (elsewhere {@code
 * -Dit.shared=DIR}).
 */
public final class SharedDatasets {

    static final Path SHARED = Path.of(System.getProperty("it.shared", "../../shared"))
            .toAbsolutePath()
            .normalize();

    private SharedDatasets() {}

    /** Why there are none on this machine; empty where there are. */
    public static Optional<String> missing() {
        return Files.isExecutable(SHARED.resolve("datasets/load.sh"))
                ? Optional.empty()
                : Optional.of("no data sets in " + SHARED);
    }

    /** A new database with the data set in it; empty where this build of the server lacks something that it needs. */
    public static Optional<Database> load(String dataset, TestPostgres server)
            throws IOException, InterruptedException {
        Database database = server.createDatabase(dataset);
        Client.Result loaded = new Client(server)
                .run(List.of(SHARED.resolve("datasets/load.sh").toString(), dataset, database.name()));
        return loaded.exit() == 0 ? Optional.of(database) : Optional.empty();
    }

    /** As much of it as the server understands: a new database in which every statement has run that could. */
    public static Database loadWhatIsUnderstood(String dataset, TestPostgres server)
            throws IOException, InterruptedException {
        Database database = server.createDatabase(dataset);
        try (Stream<Path> files = Files.list(SHARED.resolve("datasets").resolve(dataset))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                new Client(server)
                        .run(List.of("psql", "-Xq", "-o", "/dev/null", "-d", database.name(), "-f", file.toString()));
            }
        }
        return database;
    }
}
