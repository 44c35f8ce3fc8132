package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.profile.manifest.LargeObject;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LargeObjectCaptureTest {

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
    void largeObjectsComeWithContentOwnerPrivilegesAndComment(int major) {
        Database source = CaptureRoom.source(major);
        Sql.run(
                source,
                "SELECT lo_from_bytea(5001, '\\x00ff0a5c')",
                "SELECT lo_create(5002)",
                "SELECT lo_from_bytea(5003, convert_to(repeat('x', 4194304 * 2), 'UTF8'))",
                "SELECT lo_put(5003, 4194304 * 2, '\\x01')",
                "COMMENT ON LARGE OBJECT 5002 IS 'nothing in it'",
                "DO 'BEGIN CREATE ROLE \"lo reader\"; EXCEPTION WHEN duplicate_object THEN NULL; END'",
                "GRANT SELECT ON LARGE OBJECT 5001 TO \"lo reader\" WITH GRANT OPTION",
                "GRANT UPDATE ON LARGE OBJECT 5001 TO PUBLIC");

        List<LargeObject> objects = room.capture(source).manifest().largeObjects();

        assertThat(objects).extracting(LargeObject::oid).containsExactly(5001L, 5002L, 5003L);
        assertThat(objects).extracting(LargeObject::size).containsExactly(4L, 0L, 8_388_609L);
        assertThat(room.bytes(objects.get(0).chunks())).containsExactly(0x00, 0xff, 0x0a, 0x5c);
        assertThat(room.bytes(objects.get(2).chunks()))
                .hasSize(8_388_609)
                .endsWith(1)
                .startsWith('x');
        assertThat(objects.get(0).privileges())
                .containsExactly(
                        "REVOKE ALL ON LARGE OBJECT 5001 FROM \"postgres\"",
                        "GRANT UPDATE ON LARGE OBJECT 5001 TO PUBLIC",
                        "GRANT SELECT ON LARGE OBJECT 5001 TO \"postgres\"",
                        "GRANT UPDATE ON LARGE OBJECT 5001 TO \"postgres\"",
                        "GRANT SELECT ON LARGE OBJECT 5001 TO \"lo reader\" WITH GRANT OPTION");
        assertThat(objects.get(1).privileges()).isEmpty();
        assertThat(objects.get(1).comment()).isEqualTo("nothing in it");
        assertThat(objects.get(1).owner()).isEqualTo("postgres");
    }
}
