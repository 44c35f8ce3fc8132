package dev.migrator.migration.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY i ON t (a)",
                "create unique index concurrently if not exists i on t (a)",
                "DROP INDEX CONCURRENTLY i",
                "REINDEX TABLE CONCURRENTLY t",
                "REINDEX (VERBOSE, CONCURRENTLY) INDEX i",
                "REINDEX DATABASE",
                "REINDEX (VERBOSE) SCHEMA public",
                "ALTER TABLE t DETACH PARTITION t1 CONCURRENTLY",
                "VACUUM",
                "VACUUM (ANALYZE) t",
                "CLUSTER",
                "CLUSTER VERBOSE",
                "CREATE DATABASE other",
                "DROP DATABASE IF EXISTS other",
                "CREATE TABLESPACE fast LOCATION '/nowhere'",
                "DROP TABLESPACE fast",
                "ALTER SYSTEM SET work_mem = '1MB'",
                "DISCARD ALL"
            })
    void what_the_server_prevents_in_a_transaction_is_known_beforehand(String sql) throws Exception {
        assertThat(statement(sql).runsOutsideTransactions()).isTrue();
        assertThat(refusalInTransaction(sql)).isIn("25001", "42601", "42P01", "42704");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "begin isolation level serializable",
                "START TRANSACTION",
                "COMMIT",
                "COMMIT AND CHAIN",
                "COMMIT PREPARED 'x'",
                "END",
                "ABORT",
                "ROLLBACK",
                "ROLLBACK WORK",
                "ROLLBACK PREPARED 'x'",
                "PREPARE TRANSACTION 'x'"
            })
    void what_begins_or_ends_the_transaction_is_refused(String sql) {
        assertThatThrownBy(() -> StatementRules.OUR_TRANSACTIONS.check(statement(sql)))
                .isInstanceOf(ScriptFault.class)
                .hasMessageContaining("begins or ends a transaction");
        assertThatCode(() -> StatementRules.OWN_TRANSACTIONS.check(statement(sql)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAVEPOINT s",
                "ROLLBACK TO s",
                "ROLLBACK WORK TO SAVEPOINT s",
                "ROLLBACK TRANSACTION TO s",
                "RELEASE s",
                "SET CONSTRAINTS ALL DEFERRED",
                "LOCK TABLE t",
                "PREPARE transaction_ AS SELECT 1",
                "CREATE INDEX concurrently_ ON t (a)",
                "CREATE INDEX \"concurrently\" ON t (a)",
                "CLUSTER t USING i",
                "CLUSTER \"t\"",
                "REINDEX TABLE t",
                "REINDEX INDEX \"database\"",
                "ALTER TABLE t DETACH PARTITION t1",
                "ALTER TYPE mood ADD VALUE 'sad'",
                "ALTER DATABASE d SET work_mem = '1MB'",
                "DISCARD TEMP",
                "SELECT 'COMMIT'",
                "COPY t FROM stdin",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END"
            })
    void everything_else_is_let_through(String sql) {
        assertThatCode(() -> StatementRules.OUR_TRANSACTIONS.check(statement(sql)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY t TO stdout", "copy (select 1; ) to STDIN", "COPY \"t\" TO STDOUT WITH CSV"})
    void a_copy_to_where_nobody_reads_is_refused(String sql) {
        for (StatementRules rules : StatementRules.values()) {
            assertThatThrownBy(() -> rules.check(statement(sql)))
                    .isInstanceOf(ScriptFault.class)
                    .hasMessage("COPY … TO stdout has nowhere to write to");
        }
    }

    /** That the rule is the server's: it prevents the statement, or at least does not run it. */
    private static String refusalInTransaction(String sql) throws SQLException {
        try (var connection = TestPostgres.newest().maintenance().connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMP TABLE t (a int); CREATE INDEX i ON t (a); SET search_path = pg_temp, public");
            connection.setAutoCommit(false);
            statement.execute("SELECT 1");
            statement.execute(sql);
            return "no refusal";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static SqlStatement statement(String sql) throws IOException {
        var splitter = new StatementSplitter(ScriptReader.of(new StringReader(sql)), () -> true);
        return Objects.requireNonNull(splitter.next());
    }
}
