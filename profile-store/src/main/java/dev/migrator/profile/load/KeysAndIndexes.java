package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The phase in which keys and indexes are built, cut into what different tables can do at the same time, and the rest. What is built first
 * needs nothing but rows; what comes after (attaching the indexes of partitions, marks, comments) needs all of it.
 *
 * @param builds the statements that read a whole table, by table, the largest table first, with those around them that say in which
 *     tablespace
 * @param rest the others, in the plan's order
 */
record KeysAndIndexes(List<List<Statement>> builds, List<Statement> rest) {

    /** @param sizes of the tables that hold rows */
    static KeysAndIndexes of(List<Statement> phase, TableSizes sizes) {
        List<Statement> builds = new ArrayList<>();
        List<Statement> rest = new ArrayList<>();
        Set<ObjectId> built = new HashSet<>();
        for (Statement statement : phase) {
            if (statement.aspect() == Aspect.TABLESPACE || (isBuild(statement) && built.add(statement.object()))) {
                builds.add(statement);
            } else {
                rest.add(statement);
            }
        }
        return new KeysAndIndexes(sizes.largestFirst(builds), rest);
    }

    /** The first statement of an index or constraint makes it, those after it say something of it. */
    private static boolean isBuild(Statement statement) {
        ObjectKind kind = statement.object().kind();
        return statement.aspect() == Aspect.DEFINITION && (kind == ObjectKind.INDEX || kind == ObjectKind.CONSTRAINT);
    }
}
