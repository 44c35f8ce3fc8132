package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server itself is asked; it names NOT NULL constraints since 18. */
class ChosenNameTest {

    private final TestPostgres server = TestPostgres.newest();

    @ParameterizedTest
    @CsvSource({
        "orders, id",
        "a_table_with_a_name_that_is_rather_long, a_column_with_a_name_that_is_long_too",
        "productmodelproductdescriptionculture, productdescriptionid",
        "tab, a_column_with_a_name_that_is_exactly_as_long_as_the_server_permits_",
        "ääääääääääääääääääääääääää, öööööööööööööööööööööööööööööö",
    })
    void isTheNameThatTheServerChooses(String table, String column) throws SQLException {
        assumeTrue(server.major() >= 18, "NOT NULL constraints have names since 18");
        Database database = RoundTrip.databaseWith(
                server, "CREATE TABLE public." + SqlText.name(table) + " (" + SqlText.name(column) + " int NOT NULL)");

        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT conname, relname, attname FROM pg_constraint JOIN pg_class c ON c.oid = conrelid"
                                + " JOIN pg_attribute a ON a.attrelid = c.oid AND attnum = conkey[1] WHERE contype = 'n'"
                                + " AND connamespace = 'public'::regnamespace")) {
            row.next();
            assertThat(ChosenName.of(row.getString(2), row.getString(3), "not_null"))
                    .isEqualTo(row.getString(1));
        }
    }
}
