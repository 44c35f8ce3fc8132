package dev.migrator.catalog;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ForwardingDatabase;
import dev.migrator.postgres.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that is connected to only where its server is of a major that has been tested. */
final class TestedDatabase extends ForwardingDatabase {

    private final TestedMajors majors;

    TestedDatabase(Database database, TestedMajors majors) {
        super(database);
        this.majors = majors;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = wrapped().connect();
        try {
            ServerVersion version = ServerVersion.of(connection);
            if (!majors.contain(version)) {
                throw new UntestedServerException(server(), version, majors);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    protected Database wrapping(Database other) {
        return new TestedDatabase(other, majors);
    }
}
