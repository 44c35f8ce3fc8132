package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.profile.manifest.SequenceState;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceReaderTest {

    @TempDir
    private Path folder;

    private CaptureRoom room;

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @BeforeEach
    void openStore() {
        room = new CaptureRoom(folder);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void sequencesStandWhereTheyStood(int major) {
        Database source = CaptureRoom.source(major);
        Sql.run(
                source,
                "CREATE SEQUENCE app.untouched START 5",
                "CREATE TABLE app.t (id int GENERATED ALWAYS AS IDENTITY)",
                "INSERT INTO app.t SELECT FROM generate_series(1, 3)",
                "CREATE SEQUENCE app.down INCREMENT -1 MINVALUE -9 MAXVALUE -1",
                "SELECT nextval('app.down'), nextval('app.down')");

        assertThat(room.capture(source).manifest().sequences())
                .containsExactly(
                        new SequenceState("app", "down", -2, true),
                        new SequenceState("app", "t_id_seq", 3, true),
                        new SequenceState("app", "untouched", 5, false));
    }
}
