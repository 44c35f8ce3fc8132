package dev.migrator.catalog;

import java.util.List;
import java.util.Set;

/**
 * How one catalog differs from another.
 *
 * @param added objects that only the second has
 * @param removed objects that only the first has
 * @param changed objects that both have, but not alike
 * @param undecided objects whose structure is alike and whose expressions read differently, where nobody can say whether they mean the same: on two majors, or without a server to read them again
 * @param compared the sides of objects that were looked at
 */
public record CatalogDiff(
        List<CatalogObject> added,
        List<CatalogObject> removed,
        List<Change> changed,
        List<Change> undecided,
        Set<Aspect> compared) {

    /** One object before and after, with the sides of it that differ. */
    public record Change(CatalogObject before, CatalogObject after, Set<Aspect> aspects) {

        public Change {
            aspects = Set.copyOf(aspects);
        }
    }

    public CatalogDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        undecided = List.copyOf(undecided);
        compared = Set.copyOf(compared);
    }

    /** Only what is said of these objects. */
    public CatalogDiff about(Set<ObjectId> objects) {
        return new CatalogDiff(
                added.stream().filter(object -> objects.contains(object.id())).toList(),
                removed.stream().filter(object -> objects.contains(object.id())).toList(),
                changed.stream()
                        .filter(change -> objects.contains(change.before().id()))
                        .toList(),
                undecided.stream()
                        .filter(change -> objects.contains(change.before().id()))
                        .toList(),
                compared);
    }

    /** How many objects are known to differ. */
    public int size() {
        return added.size() + removed.size() + changed.size();
    }

    /** Whether nothing is known to differ. */
    public boolean isEmpty() {
        return size() == 0;
    }
}
