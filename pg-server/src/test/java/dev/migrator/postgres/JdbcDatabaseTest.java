package dev.migrator.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcDatabaseTest {

    @Test
    void user_and_passwords_of_the_url_are_in_nothing_that_is_shown() {
        JdbcDatabase database = JdbcDatabase.of(
                "jdbc:postgresql://db.example:6543/shop?user=alice&ssl=true&password=s%26cret&sslpassword=key&sslmode=require");

        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example:6543/shop?ssl=true&sslmode=require");
        assertThat(database.user()).isEqualTo("alice");
        assertThat(database.toString()).doesNotContain("s&cret").doesNotContain("s%26cret");
        assertThat(database.server()).isEqualTo("db.example:6543");
    }

    @Test
    void credentials_given_apart_win_over_those_of_the_url() {
        JdbcDatabase database =
                JdbcDatabase.of("jdbc:postgresql://h/shop?user=alice", new Credentials("bob", "secret"));

        assertThat(database.user()).isEqualTo("bob");
    }

    @Test
    void credentials_never_print_their_password() {
        assertThat(new Credentials("bob", "secret").toString()).contains("bob").doesNotContain("secret");
    }

    @Test
    void a_url_without_a_database_means_the_one_named_like_the_user() {
        assertThat(JdbcDatabase.of("jdbc:postgresql://h/?user=alice").name()).isEqualTo("alice");
        assertThat(JdbcDatabase.of("jdbc:postgresql://?user=alice").name()).isEqualTo("alice");
    }

    @Test
    void a_url_without_a_server_means_this_machine() {
        JdbcDatabase database = JdbcDatabase.of("jdbc:postgresql:shop?ssl=false");

        assertThat(database.name()).isEqualTo("shop");
        assertThat(database.server()).isEqualTo("localhost:5432");
        assertThat(database.named("other").url()).isEqualTo("jdbc:postgresql:other?ssl=false");
    }

    @Test
    void all_servers_of_a_url_are_named() {
        assertThat(JdbcDatabase.of("jdbc:postgresql://a,b:5433,[::1]:5434/shop").server())
                .isEqualTo("a:5432,b:5433,[::1]:5434");
    }

    @Test
    void a_service_file_gives_what_the_url_leaves_open(@TempDir Path directory) throws Exception {
        Path services = Files.writeString(directory.resolve("services"), """
                [customer1]
                host=db.customer1
                port=5433
                dbname=app
                user=reader
                """);
        String before = System.setProperty("org.postgresql.pgservicefile", services.toString());
        try {
            JdbcDatabase database = JdbcDatabase.of("jdbc:postgresql://?service=customer1");

            assertThat(database.server()).isEqualTo("db.customer1:5433");
            assertThat(database.name()).isEqualTo("app");
            assertThat(database.user()).isEqualTo("reader");
            assertThat(database.named("postgres").name()).isEqualTo("postgres");
            assertThat(database.named("postgres").server()).isEqualTo("db.customer1:5433");
        } finally {
            if (before == null) {
                System.clearProperty("org.postgresql.pgservicefile");
            } else {
                System.setProperty("org.postgresql.pgservicefile", before);
            }
        }
    }

    @Property
    void another_database_of_the_server_keeps_its_name_through_the_url(
            @ForAll @NotBlank @StringLength(max = 63) String name) {
        Database other = JdbcDatabase.of("jdbc:postgresql://h:1/shop?ssl=true").named(name);

        assertThat(other.name()).isEqualTo(name);
        assertThat(JdbcDatabase.of(other.url()).name()).isEqualTo(name);
        assertThat(JdbcDatabase.of(other.url()).server()).isEqualTo("h:1");
    }

    @Test
    void what_is_no_url_of_postgresql_is_refused_with_an_example() {
        assertThatThrownBy(() -> JdbcDatabase.of("jdbc:mysql://root:geheim@h/shop?password=secret"))
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessage(
                        "not a URL of a PostgreSQL database: jdbc:mysql://***@h/shop. Write it as"
                                + " jdbc:postgresql://host:port/database, and the user and the password in settings of their own");
    }

    @Test
    void a_port_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> JdbcDatabase.of("jdbc:postgresql://h:http/shop"))
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageContaining("jdbc:postgresql://h:http/shop");
    }
}
