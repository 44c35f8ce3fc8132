package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManyTablesTest {

    /** As many as PostgreSQL's own settings give: 64 locks for each of 100 connections. */
    private static final int USUAL_PLACES = 6_400;

    @TempDir
    private Path folder;

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("majors")
    void fiveThousandTablesWithIndexesAndSequencesDoNotFillAUsualTableOfLocks(int major) {
        Database source = TestPostgres.of(major).createDatabase("many");
        create(
                source,
                5_000,
                "CREATE TABLE public.t# (id serial PRIMARY KEY, note text); INSERT INTO public.t# VALUES (1)");

        FewLocks.leave(USUAL_PLACES, source, () -> {
            CaptureCounts counts = new CaptureRoom(folder).capture(source).counts();

            assertThat(counts.tables()).isEqualTo(5_000);
            assertThat(counts.rows()).isEqualTo(5_000);
        });
    }

    @ParameterizedTest
    @MethodSource("majors")
    void moreTablesThanTheServerCanLockAreAnErrorThatNamesTheSetting(int major) {
        Database source = TestPostgres.of(major).createDatabase("toomany");
        create(source, 1_000, "CREATE TABLE public.t# ()");

        FewLocks.leave(500, source, () -> {
            assertThatThrownBy(() -> new CaptureRoom(folder).capture(source))
                    .isInstanceOf(CaptureException.LocksExhausted.class)
                    .hasMessageMatching("the server has no room to lock all tables at once: 1000 tables,"
                            + " max_locks_per_transaction = (\\d+)\\. Set max_locks_per_transaction = \\d+ in"
                            + " postgresql\\.conf and restart the server");
        });
    }

    /** In transactions of a thousand, since creating takes locks too; {@code #} stands for the number. */
    private static void create(Database source, int tables, String statement) {
        for (int from = 0; from < tables; from += 1000) {
            Sql.run(source, """
                    DO $$ BEGIN
                        FOR i IN %d..%d LOOP
                            EXECUTE replace('%s', '#', i::text);
                        END LOOP;
                    END $$""".formatted(from + 1, from + 1000, statement));
        }
    }
}
