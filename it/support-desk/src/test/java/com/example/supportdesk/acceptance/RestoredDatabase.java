package com.example.supportdesk.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database and the files that {@code migrator:restore} has put in place, as its connection.properties describes them. */
record RestoredDatabase(String profile, DataSource dataSource, Path uploads) {
    private static final Path FILE = Path.of("target", "migrator", "connection.properties");

    static RestoredDatabase read() {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(FILE)) {
            properties.load(in);
        } catch (IOException missing) {
            throw new UncheckedIOException("No " + FILE + "; run mvn pre-integration-test first", missing);
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(required(properties, "url"));
        dataSource.setUser(required(properties, "user"));
        dataSource.setPassword(required(properties, "password"));
        return new RestoredDatabase(
                required(properties, "profile"), dataSource, Path.of(required(properties, "media.uploads")));
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(FILE + " has no " + key);
        }
        return value;
    }
}
