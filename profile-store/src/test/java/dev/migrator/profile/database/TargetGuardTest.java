package dev.migrator.profile.database;

import static dev.migrator.profile.database.ReplaceDatabaseTest.absent;
import static dev.migrator.profile.database.ReplaceDatabaseTest.name;
import static dev.migrator.profile.database.Replacement.execute;
import static dev.migrator.profile.database.Replacement.leftovers;
import static dev.migrator.profile.database.Replacement.tableExists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {

    private final TestPostgres server = TestPostgres.newest();

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void aForeignDatabaseWithOneTableIsRefused(int major) throws SQLException {
        Database target = TestPostgres.of(major).createDatabase("foreign");
        execute(target, "CREATE TABLE public.precious()");

        assertThatThrownBy(() -> Replacement.of(target).run())
                .isInstanceOf(TargetException.Foreign.class)
                .hasMessage("the target was not made by migrator and is not empty: " + target.name() + " at "
                        + target.server()
                        + ". Restore into another database, or name it for this run if it may be destroyed:"
                        + " -Dmigrator.overwrite=" + target.name());
        assertThat(tableExists(target, "precious")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE SCHEMA app",
                "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE TYPE public.mood AS ENUM ('ok')",
                "CREATE VIEW public.v AS SELECT 1",
                "CREATE SEQUENCE public.s",
                "SELECT lo_create(0)",
                "CREATE PUBLICATION p FOR ALL TABLES",
                "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (connect = false)",
            })
    void aForeignDatabaseWithAnythingInItIsRefused(String making) throws SQLException {
        Database target = server.createDatabase("foreign");
        execute(target, making);

        assertThatThrownBy(() -> Replacement.of(target).run()).isInstanceOf(TargetException.Foreign.class);
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void anEmptyDatabaseIsReplaced(int major) throws SQLException {
        Database target = TestPostgres.of(major).createDatabase("empty");

        Replacement.of(target).run();

        assertThat(tableExists(target, "restored")).isTrue();
    }

    @Test
    void aDatabaseThatHoldsNothingButAnExtensionIsEmpty() throws SQLException {
        Database target = server.createDatabase("empty");
        execute(target, "CREATE SCHEMA x; CREATE EXTENSION hstore SCHEMA public; DROP SCHEMA x");

        Replacement.of(target).run();

        assertThat(tableExists(target, "restored")).isTrue();
    }

    @Test
    void aForeignDatabaseIsReplacedWhenItIsNamedForThisRun() throws SQLException {
        Database target = server.createDatabase("foreign");
        execute(target, "CREATE TABLE public.worthless()");

        Replacement.of(target).overwrite(target.name()).run();

        assertThat(tableExists(target, "worthless")).isFalse();
    }

    @Test
    void namingAnotherDatabaseForThisRunDoesNotHelp() throws SQLException {
        Database target = server.createDatabase("foreign");
        execute(target, "CREATE TABLE public.precious()");

        assertThatThrownBy(() ->
                        Replacement.of(target).overwrite(target.name() + "x").run())
                .isInstanceOf(TargetException.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres",
                "template1",
                "migrator_new_0123456789abcdef",
                "a_name_that_is_longer_than_the_sixty_three_bytes_that_postgresql_keeps",
            })
    void namesThatNoTargetMayHaveAreRefused(String target) {
        assertThatThrownBy(() -> Replacement.of(server.database(target))
                        .overwrite(target)
                        .run())
                .isInstanceOf(TargetException.Unusable.class)
                .hasMessageContaining(target);
    }

    @Test
    void aTemplateDatabaseIsRefused() throws SQLException {
        Database target = server.createDatabase("template");
        execute(target, "ALTER DATABASE \"" + target.name() + "\" IS_TEMPLATE true");

        assertThatThrownBy(() -> Replacement.of(target).run()).isInstanceOf(TargetException.Unusable.class);

        execute(target, "ALTER DATABASE \"" + target.name() + "\" IS_TEMPLATE false");
    }

    @Test
    void anEmptyTargetThatSomebodyFillsMeanwhileIsNotOverwritten() throws SQLException {
        Database target = server.createDatabase("empty");

        assertThatThrownBy(() -> Replacement.of(target)
                        .replay(fresh -> execute(target, "CREATE TABLE public.precious()"))
                        .run())
                .isInstanceOf(TargetException.Foreign.class);
        assertThat(tableExists(target, "precious")).isTrue();
    }

    @Test
    void aRoleThatMayNotCreateDatabasesIsToldWhatItLacks() throws SQLException {
        String role = role("LOGIN");

        assertThatThrownBy(() ->
                        Replacement.of(server.database(name(), role, "pw")).run())
                .isInstanceOf(TargetException.Forbidden.class)
                .hasMessageContaining("the user may not create databases: " + role)
                .hasMessageContaining("ALTER ROLE \"" + role + "\" CREATEDB");
    }

    @Test
    void aDatabaseOfAnotherRoleIsRefusedBeforeTheWork() throws SQLException {
        Database owners = server.createDatabase("owned");
        String role = role("LOGIN CREATEDB");

        assertThatThrownBy(() -> Replacement.of(server.database(owners.name(), role, "pw"))
                        .filling(fresh -> {
                            throw new AssertionError("the work has begun");
                        })
                        .run())
                .isInstanceOf(TargetException.Forbidden.class)
                .hasMessageContaining("the target belongs to another role");
    }

    @Test
    void aTargetThatSomebodyMakesMeanwhileIsNotOverwritten() throws SQLException {
        Database target = absent(server);

        assertThatThrownBy(() -> Replacement.of(target)
                        .replay(fresh -> execute(server.maintenance(), "CREATE DATABASE \"" + target.name() + '"'))
                        .run())
                .isInstanceOf(TargetException.Changed.class);
    }

    @Test
    void aTargetThatSomebodyReplacesMeanwhileIsNotOverwritten() throws SQLException {
        Database target = server.createDatabase("target");

        assertThatThrownBy(() -> Replacement.of(target)
                        .replay(fresh -> execute(
                                server.maintenance(),
                                "DROP DATABASE \"" + target.name() + '"',
                                "CREATE DATABASE \"" + target.name() + '"'))
                        .run())
                .isInstanceOf(TargetException.Changed.class);
    }

    private String role(String options) throws SQLException {
        String role = "role_" + name();
        execute(server.maintenance(), "CREATE ROLE \"" + role + "\" PASSWORD 'pw' " + options);
        return role;
    }
}
