package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * Commits each statement of a script together with the record that it is done, and passes over those that are. What cannot run inside a
 * transaction is recorded before and after; where that was interrupted, {@link InterruptedStatement} finds out what came of it.
 */
final class SeparateStep implements StatementStep {

    private final Connection connection;
    private final StatementStep step;
    private final Progress progress;
    private final long doneBefore;
    private final MessageDigest digest = sha256();
    private long number;

    SeparateStep(Connection connection, StatementStep step, Progress progress) {
        this.connection = connection;
        this.step = step;
        this.progress = progress;
        this.doneBefore = progress.done();
    }

    @Override
    public void run(SqlStatement next, ScriptStatements script) throws IOException {
        number++;
        digest.update(next.text().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        try {
            if (number <= doneBefore) {
                passOver(next, script);
            } else if (next.runsOutsideTransactions()) {
                runOutside(next, script);
            } else {
                runInTransaction(next, script);
            }
        } catch (SQLException e) {
            throw RefusedStatement.fault(next, 0, e);
        }
    }

    /** The session is a new one, so what changes it is done again. */
    private void passOver(SqlStatement next, ScriptStatements script) throws IOException {
        if (number == doneBefore && !soFar().equals(progress.digest())) {
            throw new ScriptFault(
                    "the statements up to this one are in the database already, and were others then",
                    next.line(),
                    "Bring them back as they were; what comes after them may be corrected");
        }
        if (next.changesSession()) {
            step.run(next, script);
        } else {
            script.skipRows(next);
        }
    }

    private void runInTransaction(SqlStatement next, ScriptStatements script) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try {
            step.run(next, script);
            progress.finish(soFar());
            connection.commit();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void runOutside(SqlStatement next, ScriptStatements script) throws IOException, SQLException {
        if (number == doneBefore + 1 && progress.isInterrupted() && InterruptedStatement.isDone(next, connection)) {
            progress.finish(soFar());
            return;
        }
        progress.begin();
        try {
            step.run(next, script);
        } catch (ScriptFault refusal) {
            if (!InterruptedStatement.mayBeHalfDone(next, refusal) && !connection.isClosed()) {
                progress.abandon();
            }
            throw refusal;
        }
        progress.finish(soFar());
    }

    /** The digest goes on afterwards. */
    private String soFar() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
