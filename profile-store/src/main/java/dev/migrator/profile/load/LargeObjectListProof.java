package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.profile.manifest.LargeObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares which large objects there are, whose they are and what is said of them. */
final class LargeObjectListProof implements Job {

    private static final String QUERY = """
            SELECT oid::bigint, pg_catalog.pg_get_userbyid(lomowner), pg_catalog.obj_description(oid, 'pg_largeobject')
            FROM pg_catalog.pg_largeobject_metadata
            ORDER BY oid
            """;

    private final List<LargeObject> expected;
    private final Set<Aspect> leftOut;
    private final Differences differences;

    /** @param leftOut what did not come along */
    LargeObjectListProof(List<LargeObject> expected, Set<Aspect> leftOut, Differences differences) {
        this.expected = expected;
        this.leftOut = leftOut;
        this.differences = differences;
    }

    @Override
    public String subject() {
        return "large objects";
    }

    @Override
    public void run(Connection connection) throws SQLException {
        Map<Long, LargeObject> left = new HashMap<>();
        expected.forEach(object -> left.put(object.oid(), object));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                LargeObject object = left.remove(row.getLong(1));
                String name = "large object " + row.getLong(1);
                if (object == null) {
                    differences.add(name, "not in the snapshot");
                } else if (!leftOut.contains(Aspect.OWNER) && !object.owner().equals(row.getString(2))) {
                    differences.add(name, "another owner");
                } else if (!Objects.equals(object.comment(), row.getString(3))) {
                    differences.add(name, "another comment");
                }
            }
        }
        left.keySet().forEach(oid -> differences.add("large object " + oid, "missing"));
    }
}
