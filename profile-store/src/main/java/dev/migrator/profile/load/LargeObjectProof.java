package dev.migrator.profile.load;

import dev.migrator.profile.internal.Sha256;
import dev.migrator.profile.manifest.LargeObject;
import dev.migrator.profile.store.Chunk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.largeobject.LargeObjectManager;

/** Reads some large objects back, piece by piece as their chunks were cut, and compares the hashes. */
final class LargeObjectProof implements Job {

    private final List<LargeObject> objects;
    private final Differences differences;

    LargeObjectProof(List<LargeObject> objects, Differences differences) {
        this.objects = objects;
        this.differences = differences;
    }

    @Override
    public String subject() {
        return "large objects";
    }

    @Override
    public void run(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        LargeObjectManager manager = connection.unwrap(PGConnection.class).getLargeObjectAPI();
        for (LargeObject object : objects) {
            String difference = difference(manager, object);
            if (!difference.isEmpty()) {
                differences.add("large object " + object.oid(), difference);
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static String difference(LargeObjectManager manager, LargeObject object) throws SQLException {
        try (var in = manager.open(object.oid(), LargeObjectManager.READ)) {
            long size = in.size64();
            if (size != object.size()) {
                return size + " bytes instead of " + object.size();
            }
            for (Chunk chunk : object.chunks()) {
                byte[] piece = in.read(chunk.plainLength());
                if (!Sha256.hex(piece, 0, piece.length).equals(chunk.sha256())) {
                    return "other bytes";
                }
            }
            return "";
        }
    }
}
