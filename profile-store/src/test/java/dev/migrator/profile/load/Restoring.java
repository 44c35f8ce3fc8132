package dev.migrator.profile.load;

import dev.migrator.postgres.Database;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.database.BeforeSwap;
import dev.migrator.profile.database.Marker;
import dev.migrator.profile.database.ReplaceDatabase;
import dev.migrator.profile.database.ReplacementRequest;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.media.MediaPlacement;
import dev.migrator.profile.media.SnapshotMedia;
import dev.migrator.profile.store.ChunkSource;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A snapshot on its way into a target of its own, for tests: what is not said has the plainest value. */
final class Restoring {

    final List<ProgressEvent> events = Collections.synchronizedList(new ArrayList<>());
    final Database target;

    private final Manifest manifest;
    private ChunkSource chunks;
    private AccessPolicy access = AccessPolicy.REQUIRE;
    private MediaPlacement media = MediaPlacement.NONE;
    private BeforeSwap replay = BeforeSwap.NOTHING;

    private Restoring(Manifest manifest, ChunkSource chunks, Database target) {
        this.manifest = manifest;
        this.chunks = chunks;
        this.target = target;
    }

    static Restoring of(Taken taken, Database target) {
        return new Restoring(taken.manifest(), taken.chunks(), target);
    }

    static Restoring of(Manifest manifest, ChunkSource chunks, Database target) {
        return new Restoring(manifest, chunks, target);
    }

    /** Runs the script in a new database, takes a snapshot of it and restores that on the same server. */
    static Database roundTrip(TestPostgres server, String script) throws SQLException {
        return of(Taken.of(database(server, script)), absent(server)).run();
    }

    static Database database(TestPostgres server, String script) throws SQLException {
        Database database = server.createDatabase("source");
        execute(database, "SET search_path = public;" + script);
        return database;
    }

    static Database absent(TestPostgres server) {
        return server.database("test_" + UUID.randomUUID().toString().substring(0, 13));
    }

    Restoring access(AccessPolicy policy) {
        this.access = policy;
        return this;
    }

    Restoring chunks(ChunkSource source) {
        this.chunks = source;
        return this;
    }

    Restoring media(Map<String, Path> places) {
        this.media = new MediaPlacement(places, new SnapshotMedia(manifest.media(), chunks));
        return this;
    }

    Restoring replay(BeforeSwap with) {
        this.replay = with;
        return this;
    }

    Database run() {
        replacement().replace(request());
        return target;
    }

    /** A dry run. */
    void check() {
        replacement().check(request());
    }

    private ReplaceDatabase replacement() {
        return new ReplaceDatabase(Disk.local(), events::add);
    }

    private ReplacementRequest request() {
        return new ReplacementRequest(
                target,
                null,
                Marker.now(new ProfileName("customer1"), null),
                null,
                false,
                new RestoreSnapshot(manifest, chunks, access, 2, events::add),
                replay,
                media);
    }

    static void execute(Database database, String... scripts) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        }
    }

    /** The first column of the rows, joined by commas. */
    static String values(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return String.join(",", values);
        }
    }
}
