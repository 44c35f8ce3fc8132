package dev.migrator.catalog;

import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.order.Claims;
import dev.migrator.catalog.order.Dependencies;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which objects of a catalog cannot be without which others, and which are parts that come and go with a whole: a constraint with its
 * table, an owned sequence, a partition. Immutable.
 */
public final class Needs {

    /** What constraints, triggers and the like are on. */
    private static final List<ObjectKind> HOSTS = List.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.DOMAIN);

    private final Map<ObjectId, SortedSet<ObjectId>> needed = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> wholes = new HashMap<>();

    private final boolean complete;

    private Needs(Set<ObjectId> objects, boolean complete) {
        this.complete = complete;
        objects.forEach(object -> addByName(object, objects));
    }

    /** What the names alone tell: the schema that an object lies in and the relation that it is on. */
    static Needs byNames(Set<ObjectId> objects) {
        return new Needs(objects, false);
    }

    /** What the names tell and what pg_depend knows. */
    static Needs of(List<Draft> drafts, Dependencies dependencies, Claims claims) {
        Set<ObjectId> objects = new HashSet<>();
        drafts.forEach(draft -> objects.add(draft.id()));
        Needs needs = new Needs(objects, true);
        for (Dependencies.Dependency dependency : dependencies.all()) {
            Draft from = claims.of(dependency.object());
            Draft to = claims.of(dependency.referenced());
            if (from != null && to != null) {
                needs.add(from.id(), to.id(), isPart(dependency, from));
            }
        }
        for (Draft draft : drafts) {
            for (Address address : draft.needs()) {
                Draft to = claims.of(address);
                if (to != null) {
                    needs.add(draft.id(), to.id(), false);
                }
            }
        }
        return needs;
    }

    /** Dropping the whole drops the part without asking. What is inside an object may go that way although the object does not. */
    private static boolean isPart(Dependencies.Dependency dependency, Draft from) {
        return (dependency.type() == 'a' || dependency.type() == 'i')
                && dependency.object().equals(from.address());
    }

    private void addByName(ObjectId object, Set<ObjectId> objects) {
        if (object.schema() == null) {
            return;
        }
        ObjectId schema = ObjectId.of(ObjectKind.SCHEMA, null, object.schema());
        if (objects.contains(schema)) {
            add(object, schema, false);
        }
        String host = object.kind() == ObjectKind.PARTITION_ATTACHMENT ? object.name() : object.on();
        if (host != null) {
            HOSTS.stream()
                    .map(kind -> ObjectId.of(kind, object.schema(), host))
                    .filter(objects::contains)
                    .forEach(whole -> add(object, whole, true));
        }
    }

    private void add(ObjectId object, ObjectId other, boolean part) {
        if (object.equals(other)) {
            return;
        }
        needed.computeIfAbsent(object, o -> new TreeSet<>()).add(other);
        if (part) {
            wholes.computeIfAbsent(object, o -> new HashSet<>()).add(other);
        }
    }

    /** Whether all needs are known, not only those that names tell. */
    boolean areComplete() {
        return complete;
    }

    /** What an object cannot be without, itself not included, sorted. */
    SortedSet<ObjectId> of(ObjectId object) {
        return Collections.unmodifiableSortedSet(needed.getOrDefault(object, new TreeSet<>()));
    }

    /** Whether an object is a part of one of these. */
    boolean isPartOf(ObjectId object, Set<ObjectId> others) {
        return wholes.getOrDefault(object, Set.of()).stream().anyMatch(others::contains);
    }
}
