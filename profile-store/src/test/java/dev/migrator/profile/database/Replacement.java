package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.media.MediaPlacement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replacement in the making, for tests: what is not said has the plainest value. */
final class Replacement {

    static final Filling ONE_TABLE = fresh -> execute(fresh, "CREATE TABLE public.restored AS SELECT 1 AS id");

    final List<ProgressEvent> events = Collections.synchronizedList(new ArrayList<>());

    private final Database target;
    private Database source;
    private String overwrite;
    private boolean terminateSessions;
    private Filling filling = ONE_TABLE;
    private BeforeSwap replay = BeforeSwap.NOTHING;
    private Disk disk = Disk.local();
    private MediaPlacement media = MediaPlacement.NONE;
    private Marker marker = Marker.now(new ProfileName("customer1"), null);

    private Replacement(Database target) {
        this.target = target;
    }

    static Replacement of(Database target) {
        return new Replacement(target);
    }

    Replacement source(Database database) {
        this.source = database;
        return this;
    }

    Replacement overwrite(@Nullable String name) {
        this.overwrite = name;
        return this;
    }

    Replacement terminateSessions() {
        this.terminateSessions = true;
        return this;
    }

    Replacement filling(Filling with) {
        this.filling = with;
        return this;
    }

    Replacement replay(BeforeSwap with) {
        this.replay = with;
        return this;
    }

    Replacement media(MediaPlacement placement) {
        this.media = placement;
        return this;
    }

    Replacement marker(Marker with) {
        this.marker = with;
        return this;
    }

    Replacement disk(Disk with) {
        this.disk = with;
        return this;
    }

    ReplacementRequest request() {
        return new ReplacementRequest(target, source, marker, overwrite, terminateSessions, filling, replay, media);
    }

    Replaced run() {
        return new ReplaceDatabase(disk, events::add).replace(request());
    }

    static void execute(Database database, String... statements) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of the only row. */
    static String value(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    static boolean tableExists(Database database, String name) throws SQLException {
        return value(database, "SELECT to_regclass('public." + name + "')") != null;
    }

    static boolean databaseExists(Database database) throws SQLException {
        try (Connection server = MaintenanceSession.open(database)) {
            return ExistingDatabase.find(server, database.name()).isPresent();
        }
    }

    /** Databases that lie under the target's reserved names. */
    static List<String> leftovers(Database target) throws SQLException {
        try (Connection server = MaintenanceSession.open(target)) {
            return Leftovers.find(server, target);
        }
    }
}
