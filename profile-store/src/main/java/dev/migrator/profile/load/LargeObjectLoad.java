package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.error.MigratorException;
import dev.migrator.postgres.SqlText;
import dev.migrator.profile.manifest.LargeObject;
import dev.migrator.profile.store.Chunk;
import dev.migrator.profile.store.ChunkSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.largeobject.LargeObjectManager;

/** Writes some large objects under their own OIDs, in one transaction. */
final class LargeObjectLoad implements Job {

    private final List<LargeObject> objects;
    private final ChunkSource chunks;
    private final AccessPolicy access;

    /** @param access whether owners and privileges come along */
    LargeObjectLoad(List<LargeObject> objects, ChunkSource chunks, AccessPolicy access) {
        this.objects = objects;
        this.chunks = chunks;
        this.access = access;
    }

    @Override
    public String subject() {
        return "large objects " + objects.get(0).oid() + " to "
                + objects.get(objects.size() - 1).oid();
    }

    @Override
    public void run(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        LargeObjectManager manager = connection.unwrap(PGConnection.class).getLargeObjectAPI();
        try (var statement = connection.createStatement()) {
            for (LargeObject object : objects) {
                statement.execute("SELECT pg_catalog.lo_create(" + object.oid() + ")");
                write(manager, object);
                if (object.comment() != null) {
                    statement.execute(
                            "COMMENT ON LARGE OBJECT " + object.oid() + " IS " + SqlText.literal(object.comment()));
                }
                if (access.keeps(Aspect.OWNER)) {
                    statement.execute(
                            "ALTER LARGE OBJECT " + object.oid() + " OWNER TO " + SqlText.name(object.owner()));
                }
                if (access.keeps(Aspect.PRIVILEGES)) {
                    for (String grant : object.privileges()) {
                        statement.execute(grant);
                    }
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void write(LargeObjectManager manager, LargeObject object) throws SQLException {
        try (var out = manager.open(object.oid(), LargeObjectManager.WRITE)) {
            for (Chunk chunk : object.chunks()) {
                out.write(read(object, chunk));
            }
        }
    }

    private byte[] read(LargeObject object, Chunk chunk) {
        try {
            return chunks.read(chunk);
        } catch (MigratorException e) {
            throw new RestoreException.ChunkUnreadable("large object " + object.oid(), e);
        }
    }
}
