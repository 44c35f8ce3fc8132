package dev.migrator.profile.capture;

import dev.migrator.postgres.Database;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.store.Chunk;
import dev.migrator.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Two customers and an order of one of them, all of them persons, and masked captures of them. */
final class MaskRoom {

    private final CaptureRoom room;
    private final Database source;

    MaskRoom(Path folder, int major) {
        room = new CaptureRoom(folder);
        source = TestPostgres.of(major).createDatabase("masked");
        run(
                "CREATE TABLE customers (id int PRIMARY KEY, email varchar(60) UNIQUE NOT NULL, born date,"
                        + " initial text GENERATED ALWAYS AS (left(email, 1)) STORED)",
                "INSERT INTO customers VALUES (1, 'jane.doe@planted.example', '1980-01-02'), (2, 'al@planted.example', NULL)",
                "CREATE TABLE orders (id int, customer int REFERENCES customers, note text)",
                "INSERT INTO orders VALUES (10, 1, 'for Jane')");
    }

    Database source() {
        return source;
    }

    /** Runs statements whose names are looked up in the schema public. */
    void run(String... statements) {
        try (Connection connection = source.connect()) {
            Sql.run(connection, "SET search_path = public");
            Sql.run(connection, statements);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    String value(String query) {
        return Sql.value(source, query);
    }

    /** The mask of a column of a table in the schema public. */
    static MaskedColumn mask(String table, String column, String expression) {
        return new MaskedColumn("public", table, column, expression);
    }

    Manifest capture(MaskedColumn... masks) {
        return capture(new Masking(PersonalData.MASKED, List.of(masks), Set.of(), false))
                .manifest();
    }

    Captured capture(Masking masking) {
        return room.capture(CaptureRoom.request(source, masking, List.of(), null));
    }

    String text(Manifest manifest, String table) {
        return room.text(manifest, table);
    }

    /** All chunks, and the manifest in words. */
    String everyPlainByte(Manifest manifest) {
        List<Chunk> chunks = manifest.chunks().toList();
        return new String(room.bytes(chunks), StandardCharsets.ISO_8859_1) + manifest;
    }

    List<String> keys() {
        return room.keys();
    }

    List<String> notices() {
        return room.notices();
    }
}
