package dev.migrator.catalog;

import dev.migrator.postgres.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one comparison of two catalogs, used by restore's proof, drift and diff alike. Structure is compared exactly. Expressions are equal
 * if their text is, or if the definition, run once more into an empty database of the same major, reads back as the other: PostgreSQL
 * rewrites an expression when it reads it, and the text is stable only from the second reading on. Across majors only structure is
 * compared and the rest is listed. Immutable.
 */
public final class CatalogComparison {

    private final @Nullable Database server;
    private final Set<Aspect> ignored;

    private CatalogComparison(@Nullable Database server, Set<Aspect> ignored) {
        this.server = server;
        this.ignored = ignored;
    }

    /** Compares expressions by their text alone: what reads differently is undecided. */
    public static CatalogComparison byText() {
        return new CatalogComparison(null, EnumSet.noneOf(Aspect.class));
    }

    /**
     * Compares expressions by a second reading where their text differs.
     *
     * @param server any database of a server on which the role may create databases; scratch databases named
     *     {@link ScratchDatabase#PREFIX} are made there and dropped
     */
    public static CatalogComparison rereadingOn(Database server) {
        return new CatalogComparison(server, EnumSet.noneOf(Aspect.class));
    }

    /** The same comparison blind to some aspects, for a target whose roles are others. */
    public CatalogComparison ignoring(Aspect... aspects) {
        Set<Aspect> more = EnumSet.noneOf(Aspect.class);
        more.addAll(ignored);
        more.addAll(List.of(aspects));
        return new CatalogComparison(server, more);
    }

    /**
     * Compares two catalogs.
     *
     * @throws CatalogException where a catalog cannot be made again in the scratch database
     */
    public CatalogDiff compare(Catalog before, Catalog after) throws SQLException {
        Map<ObjectId, CatalogObject> first = byId(before);
        Map<ObjectId, CatalogObject> second = byId(after);
        boolean sameMajor = before.server().major() == after.server().major();
        List<CatalogDiff.Change> changed = new ArrayList<>();
        List<CatalogDiff.Change> doubtful = new ArrayList<>();
        first.forEach((id, old) -> {
            CatalogObject now = second.get(id);
            if (now != null) {
                Set<Aspect> differing = differing(old, now);
                boolean inDoubt = differing.contains(Aspect.DEFINITION)
                        && old.definition().skeleton().equals(now.definition().skeleton());
                if (!differing.isEmpty()) {
                    (inDoubt ? doubtful : changed).add(new CatalogDiff.Change(old, now, differing));
                }
            }
        });
        List<CatalogDiff.Change> undecided = new ArrayList<>();
        settle(before, after, doubtful, changed, undecided);
        return new CatalogDiff(
                missing(second, first, sameMajor),
                missing(first, second, sameMajor),
                sorted(changed),
                sorted(undecided),
                compared());
    }

    private Set<Aspect> compared() {
        Set<Aspect> compared = EnumSet.allOf(Aspect.class);
        compared.removeAll(ignored);
        return compared;
    }

    private Set<Aspect> differing(CatalogObject before, CatalogObject after) {
        Set<Aspect> differing = EnumSet.noneOf(Aspect.class);
        if (!before.definition().text().equals(after.definition().text())) {
            differing.add(Aspect.DEFINITION);
        }
        if (!Objects.equals(before.owner(), after.owner())) {
            differing.add(Aspect.OWNER);
        }
        if (!before.privileges().equals(after.privileges())) {
            differing.add(Aspect.PRIVILEGES);
        }
        if (!before.comments().equals(after.comments())) {
            differing.add(Aspect.COMMENT);
        }
        if (!Objects.equals(before.tablespace(), after.tablespace())) {
            differing.add(Aspect.TABLESPACE);
        }
        if (!before.labels().equals(after.labels())) {
            differing.add(Aspect.LABEL);
        }
        differing.removeAll(ignored);
        return differing;
    }

    /** Decides by a second reading; what only the text of an expression told apart drops out, its other sides stay. */
    private void settle(
            Catalog before,
            Catalog after,
            List<CatalogDiff.Change> doubtful,
            List<CatalogDiff.Change> changed,
            List<CatalogDiff.Change> undecided)
            throws SQLException {
        if (doubtful.isEmpty()) {
            return;
        }
        SecondReading reading = SecondReading.of(server, before, after);
        for (CatalogDiff.Change change : doubtful) {
            switch (reading.verdict(change)) {
                case DIFFERENT -> changed.add(change);
                case UNKNOWN -> undecided.add(change);
                case SAME -> {
                    Set<Aspect> left = EnumSet.copyOf(change.aspects());
                    left.remove(Aspect.DEFINITION);
                    if (!left.isEmpty()) {
                        changed.add(new CatalogDiff.Change(change.before(), change.after(), left));
                    }
                }
            }
        }
    }

    /** What the second lacks. Across majors not what is made along with another object: 18 has a constraint for every NOT NULL. */
    private static List<CatalogObject> missing(
            Map<ObjectId, CatalogObject> from, Map<ObjectId, CatalogObject> in, boolean sameMajor) {
        return from.values().stream()
                .filter(object -> !in.containsKey(object.id()))
                .filter(object -> sameMajor || !object.definition().parts().isEmpty())
                .toList();
    }

    private static Map<ObjectId, CatalogObject> byId(Catalog catalog) {
        Map<ObjectId, CatalogObject> byId = new TreeMap<>();
        catalog.objects().forEach(object -> byId.put(object.id(), object));
        return byId;
    }

    private static List<CatalogDiff.Change> sorted(List<CatalogDiff.Change> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(change -> change.before().id()))
                .toList();
    }
}
