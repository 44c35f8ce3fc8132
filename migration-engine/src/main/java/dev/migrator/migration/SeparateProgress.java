package dev.migrator.migration;

import dev.migrator.migration.internal.script.Progress;
import java.sql.Connection;
import java.sql.SQLException;

/** Keeps in the row of an attempt how far its file has come, as ourselves, whatever role the file has chosen. */
final class SeparateProgress implements Progress {

    private final Connection connection;
    private final AttemptLog log;
    private final long attempt;
    private Resumption place;

    SeparateProgress(Connection connection, AttemptLog log, long attempt, Resumption from) {
        this.connection = connection;
        this.log = log;
        this.attempt = attempt;
        this.place = from;
    }

    /** Where to go on. */
    Resumption place() {
        return place;
    }

    @Override
    public long done() {
        return place.statements();
    }

    @Override
    public String digest() {
        return place.digest();
    }

    @Override
    public boolean isInterrupted() {
        return place.interrupted();
    }

    @Override
    public void begin() throws SQLException {
        reach(new Resumption(place.statements(), place.digest(), true));
    }

    @Override
    public void abandon() throws SQLException {
        reach(new Resumption(place.statements(), place.digest(), false));
    }

    @Override
    public void finish(String digest) throws SQLException {
        reach(new Resumption(place.statements() + 1, digest, false));
    }

    private void reach(Resumption next) throws SQLException {
        boolean alone = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL SESSION AUTHORIZATION DEFAULT; SET LOCAL ROLE NONE");
            log.reached(attempt, next);
            if (alone) {
                connection.commit();
            }
        } finally {
            if (alone && !connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        place = next;
    }
}
