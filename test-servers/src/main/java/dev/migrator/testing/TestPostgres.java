package dev.migrator.testing;

import dev.migrator.postgres.Credentials;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.JdbcDatabase;
import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL of one major that all tests of this JVM share; it ends with the JVM, with all its databases. Safe for use by several
 * threads.
 *
 * <p>Which majors there are says {@code -Dit.majors=15,18}, and what they run on {@code -Dit.backend=embedded|docker|auto}; in Docker
 * there may be one major only.
 */
public final class TestPostgres {

    private static final Map<Integer, TestPostgres> RUNNING = new ConcurrentHashMap<>();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final int major;
    private final String host;
    private final int port;
    private final String password;

    TestPostgres(int major, String host, int port, String password) {
        this.major = major;
        this.host = host;
        this.port = port;
        this.password = password;
    }

    /** The server of that major, started if it does not run yet; a test is skipped where there is none. */
    public static TestPostgres of(int major) {
        return RUNNING.computeIfAbsent(major, Chosen.SOURCE::start);
    }

    /** The majors under test, ascending; a method source for parameterised tests. */
    public static List<Integer> majors() {
        return Chosen.SOURCE.majors();
    }

    /** The server of the highest major under test: the one to use where the major does not matter. */
    public static TestPostgres newest() {
        return of(newestMajor());
    }

    /** The highest major under test. */
    public static int newestMajor() {
        List<Integer> majors = majors();
        return majors.get(majors.size() - 1);
    }

    /** A new, empty database with a unique name that begins with {@code prefix}. */
    public Database createDatabase(String prefix) {
        String name = prefix + "_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (var connection = maintenance().connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + SqlText.name(name) + " TEMPLATE template0");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
        return database(name);
    }

    /** A new tablespace inside the server's data directory, which 14 cannot have yet, with a unique name that begins with {@code prefix}. */
    public String createTablespace(String prefix) {
        String name = prefix + "_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (var connection = maintenance().connect();
                var statement = connection.createStatement()) {
            statement.execute("SET allow_in_place_tablespaces = on");
            statement.execute("CREATE TABLESPACE " + SqlText.name(name) + " LOCATION ''");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create tablespace " + name, e);
        }
        return name;
    }

    /** The database of that name, whether it exists or not, as the superuser. */
    public Database database(String name) {
        return database(name, user(), password());
    }

    /** The database of that name as another role. */
    public Database database(String name, String user, String password) {
        return JdbcDatabase.of("jdbc:postgresql://" + host + ":" + port + "/", new Credentials(user, password))
                .named(name);
    }

    /** The database {@code postgres}. */
    public Database maintenance() {
        return database("postgres");
    }

    /** Where it is reached: {@code 127.0.0.1} unless a Docker engine elsewhere runs it. */
    public String host() {
        return host;
    }

    /** The port on {@link #host()}. */
    public int port() {
        return port;
    }

    /** The superuser. */
    public String user() {
        return "postgres";
    }

    /** The superuser's password. */
    public String password() {
        return password;
    }

    /** PostgreSQL's major version. */
    public int major() {
        return major;
    }

    @Override
    public String toString() {
        return "PostgreSQL " + major;
    }

    /** Looked up when the first server or major is asked for. */
    private static final class Chosen {
        static final PostgresSource SOURCE = PostgresSource.chosen();
    }
}
