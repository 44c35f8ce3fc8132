package dev.migrator.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** The version of a server as {@code server_version_num} gives it: {@code 170011} is 17.11. */
public record ServerVersion(int number) implements Comparable<ServerVersion> {

    public static ServerVersion of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('server_version_num')::int")) {
            row.next();
            return new ServerVersion(row.getInt(1));
        }
    }

    public int major() {
        return number / 10_000;
    }

    public boolean atLeast(int major) {
        return major() >= major;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return major() + "." + number % 10_000;
    }
}
