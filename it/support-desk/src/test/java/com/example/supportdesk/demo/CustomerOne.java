package com.example.supportdesk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes the production of customer1, which is nobody's: a database of some thousand rows and a directory of 20 uploaded files. */
public final class CustomerOne {
    /** Everything of customer1 follows from it, so that a test may compare what came back with what was made. */
    public static final long SEED = 20_250_102;

    private CustomerOne() {}

    /**
     * Fills an empty database, created where it does not exist, and an empty directory. The password comes from {@code PGPASSWORD},
     * else from {@code ~/.pgpass}.
     *
     * @param args JDBC URL, user, upload directory, the file with the schema that production has
     */
    public static void main(String[] args) throws IOException, SQLException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(args[0]);
        dataSource.setUser(args[1]);
        String password = System.getenv("PGPASSWORD");
        if (password != null) {
            dataSource.setPassword(password);
        }
        Path uploads = Path.of(args[2]);
        String schema = Files.readString(Path.of(args[3]));

        requireEmpty(uploads);
        createIfMissing(dataSource);
        MadeUpDesk desk = MadeUpDesk.of(SEED);
        Map<String, byte[]> files = MadeUpFiles.of(SEED);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            new DeskWriter(connection).write(schema, desk, files);
            MadeUpFiles.write(files, uploads);
            connection.commit();
        }
        System.out.printf(
                "customer1: %d customers, %d tickets, %d comments in %s, %d files in %s%n",
                desk.customers().size(),
                desk.tickets().size(),
                desk.comments().size(),
                dataSource.getDatabaseName(),
                files.size(),
                uploads);
    }

    private static void requireEmpty(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> entries = Files.list(directory)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException(directory + " is not empty; remove it to make customer1 anew.");
            }
        }
    }

    private static void createIfMissing(PGSimpleDataSource dataSource) throws SQLException {
        try (Connection exists = dataSource.getConnection()) {
            exists.getCatalog();
        } catch (SQLException failure) {
            // PostgreSQL's 3D000, "database … does not exist".
            if (!"3D000".equals(failure.getSQLState())) {
                throw failure;
            }
            create(dataSource);
        }
    }

    private static void create(PGSimpleDataSource dataSource) throws SQLException {
        String name = dataSource.getDatabaseName();
        dataSource.setDatabaseName("postgres");
        try (Connection maintenance = dataSource.getConnection();
                var statement = maintenance.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
        } finally {
            dataSource.setDatabaseName(name);
        }
    }
}
