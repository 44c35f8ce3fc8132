package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.testing.Oracle;
import dev.migrator.testing.TestPostgres;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code pg_dump -C} knows of a database beyond the objects in it comes back. */
class WholeDatabaseTest {

    private static final String NO_LOCALE = " LC_COLLATE 'C' LC_CTYPE 'C'";

    /** What CREATE DATABASE fixes for ever, by the major since which it can. */
    private static final Map<String, Integer> SHAPES = new TreeMap<>(Map.of(
            "ENCODING 'UTF8'",
            14,
            "ENCODING 'LATIN1'" + NO_LOCALE,
            14,
            "ENCODING 'SQL_ASCII'" + NO_LOCALE,
            14,
            "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'de-AT'" + NO_LOCALE,
            15,
            "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'und' ICU_RULES '&a < g'" + NO_LOCALE,
            16,
            "ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" + NO_LOCALE,
            17,
            "ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'PG_UNICODE_FAST'" + NO_LOCALE,
            18));

    private static final String STATE = """
            DO $$BEGIN CREATE ROLE "whole ""reader"; EXCEPTION WHEN duplicate_object THEN END$$;
            ALTER DATABASE %1$s SET search_path = "$user", 'we"ird, name', public;
            ALTER DATABASE %1$s SET "my.setting" = E'it''s\\\\\\n';
            ALTER DATABASE %1$s SET default_transaction_read_only = on;
            ALTER DATABASE %1$s SET datestyle = 'SQL, DMY';
            ALTER ROLE "whole ""reader" IN DATABASE %1$s SET lock_timeout = '7s';
            ALTER ROLE "whole ""reader" IN DATABASE %1$s SET local_preload_libraries = '';
            ALTER DATABASE %1$s CONNECTION LIMIT 17;
            ALTER DATABASE %1$s OWNER TO pg_monitor;
            REVOKE CONNECT, TEMPORARY ON DATABASE %1$s FROM PUBLIC;
            GRANT CONNECT ON DATABASE %1$s TO "whole ""reader";
            GRANT CREATE ON DATABASE %1$s TO pg_read_all_stats WITH GRANT OPTION;
            COMMENT ON DATABASE %1$s IS E'a ''state''\\nof two lines'""";

    static Stream<Arguments> shapesOnMajors() {
        return TestPostgres.majors().stream().flatMap(major -> SHAPES.entrySet().stream()
                .filter(shape -> major >= shape.getValue())
                .map(shape -> Arguments.of(shape.getKey(), major)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("shapesOnMajors")
    void comesBackWithAllThatBelongsToTheDatabaseItself(String shape, int major) throws Exception {
        TestPostgres server = TestPostgres.of(major);
        Oracle oracle = new Oracle(server);
        Optional<String> missing = oracle.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        Database source = unnamed(server, "whole_");
        execute(server.maintenance(), "CREATE DATABASE " + source.name() + " TEMPLATE template0 " + shape);
        execute(server.maintenance(), STATE.formatted(source.name()));
        execute(server.database(source.name()), "SET transaction_read_only = off; CREATE TABLE public.t (x text)");

        Database restored = Restoring.of(Taken.of(source), unnamed(server, "test_whole_"))
                .access(AccessPolicy.CREATE)
                .run();

        String expected = oracle.withDatabase(source);
        assertThat(expected).contains("CREATE DATABASE this_database", "SET \"my.setting\"", "CONNECTION LIMIT");
        assertThat(withoutMarker(oracle.withDatabase(restored))).isEqualTo(expected);
    }

    private static Database unnamed(TestPostgres server, String prefix) {
        return server.database(prefix + UUID.randomUUID().toString().replace("-", ""));
    }

    private static String withoutMarker(String dump) {
        return dump.replaceAll("\\nmigrator: [^\\n]*';", "';");
    }
}
