package dev.migrator.catalog;

import dev.migrator.postgres.Database;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two catalogs of one major as they read after being run once more, which tells whether expressions that read differently are the same. */
final class SecondReading {

    /** What a second reading says of one object. */
    enum Verdict {
        SAME,
        DIFFERENT,
        UNKNOWN
    }

    private static final Aspect[] BESIDE_DEFINITIONS =
            EnumSet.complementOf(EnumSet.of(Aspect.DEFINITION)).toArray(Aspect[]::new);

    private final Map<ObjectId, String> before;
    private final Map<ObjectId, String> after;

    private SecondReading(Map<ObjectId, String> before, Map<ObjectId, String> after) {
        this.before = before;
        this.after = after;
    }

    /** Knows nothing where there is no server, or none of the catalogs' major. */
    static SecondReading of(@Nullable Database server, Catalog before, Catalog after) throws SQLException {
        if (server == null || before.server().major() != after.server().major()) {
            return new SecondReading(Map.of(), Map.of());
        }
        return new SecondReading(reread(server, before), reread(server, after));
    }

    private static Map<ObjectId, String> reread(Database server, Catalog catalog) throws SQLException {
        Map<ObjectId, String> texts = new HashMap<>();
        try (ScratchDatabase scratch = ScratchDatabase.create(server)) {
            if (scratch.major() == catalog.server().major()) {
                scratch.run(catalog.plan().without(BESIDE_DEFINITIONS).without(ObjectKind.SUBSCRIPTION));
                CatalogReader.read(scratch.database())
                        .catalog()
                        .objects()
                        .forEach(object ->
                                texts.put(object.id(), object.definition().text()));
            }
        }
        return texts;
    }

    /** Same if any reading of the one is a reading of the other; unknown if one of them could not be made again. */
    Verdict verdict(CatalogDiff.Change change) {
        ObjectId id = change.before().id();
        String beforeAgain = before.get(id);
        String afterAgain = after.get(id);
        if (beforeAgain == null || afterAgain == null) {
            return Verdict.UNKNOWN;
        }
        Set<String> readings = new HashSet<>(Set.of(beforeAgain));
        readings.add(change.before().definition().text());
        return readings.contains(afterAgain)
                        || readings.contains(change.after().definition().text())
                ? Verdict.SAME
                : Verdict.DIFFERENT;
    }
}
