package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.CatalogDiff;
import dev.migrator.catalog.CatalogObject;
import dev.migrator.catalog.DdlPlan;
import dev.migrator.catalog.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parts of a snapshot that a target's server cannot have: left out of the plan, said, and not missed by the proof.
 *
 * @param parts of objects
 * @param sentences what is left out and why, for notices
 */
record Omissions(Set<Part> parts, List<String> sentences) {

    /** One side of one object; without its definition an object is left out as a whole. */
    record Part(ObjectId object, Aspect aspect) {}

    static final Omissions NONE = new Omissions(Set.of(), List.of());

    Omissions {
        parts = Set.copyOf(parts);
        sentences = List.copyOf(sentences);
    }

    static Omissions of(Collection<CatalogObject> objects, Aspect aspect, List<String> sentences) {
        Set<Part> parts = new HashSet<>();
        objects.forEach(object -> parts.add(new Part(object.id(), aspect)));
        return new Omissions(parts, sentences);
    }

    Omissions and(Omissions others) {
        Set<Part> all = new HashSet<>(parts);
        all.addAll(others.parts);
        List<String> said = new ArrayList<>(sentences);
        said.addAll(others.sentences);
        return new Omissions(all, said);
    }

    /** The plan without them. */
    DdlPlan from(DdlPlan plan) {
        return new DdlPlan(plan.statements().stream()
                .filter(statement -> keeps(statement.object(), statement.aspect()))
                .toList());
    }

    /** The difference without what follows from them. */
    CatalogDiff from(CatalogDiff diff) {
        List<CatalogDiff.Change> changed = new ArrayList<>();
        for (CatalogDiff.Change change : diff.changed()) {
            Set<Aspect> left = EnumSet.copyOf(change.aspects());
            left.removeIf(aspect -> !keeps(change.before().id(), aspect));
            if (!left.isEmpty()) {
                changed.add(new CatalogDiff.Change(change.before(), change.after(), left));
            }
        }
        List<CatalogObject> removed = diff.removed().stream()
                .filter(object -> keeps(object.id(), Aspect.DEFINITION))
                .toList();
        return new CatalogDiff(diff.added(), removed, changed, diff.undecided(), diff.compared());
    }

    private boolean keeps(ObjectId object, Aspect aspect) {
        return !parts.contains(new Part(object, aspect)) && !parts.contains(new Part(object, Aspect.DEFINITION));
    }
}
