package dev.migrator.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A choice among the objects of a catalog. Parts go with their whole both ways: who leaves out a table leaves out its constraints and
 * indexes, owned sequences and partitions, and who chooses one chooses them. A schema stays as long as something in it does.
 *
 * @param included what is chosen; empty for everything
 * @param excluded what is left out of that
 */
public record CatalogScope(List<ObjectPattern> included, List<ObjectPattern> excluded) {

    public CatalogScope {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    /** The chosen part of a catalog, with what it would miss. */
    public ScopedCatalog of(CatalogWithNeeds whole) {
        Catalog catalog = whole.catalog();
        Set<ObjectId> chosen = chosen(whole);
        Set<ObjectId> kept = withInlined(chosen, whole);
        List<BrokenNeed> broken = kept.stream()
                .flatMap(object -> whole.needs().of(object).stream()
                        .filter(needed -> !kept.contains(needed))
                        .map(needed -> new BrokenNeed(object, needed)))
                .sorted()
                .toList();
        Set<ObjectId> all = ids(catalog);
        return new ScopedCatalog(
                new Catalog(
                        catalog.server(),
                        catalog.database(),
                        catalog.objects().stream()
                                .filter(object -> kept.contains(object.id()))
                                .toList(),
                        new DdlPlan(catalog.plan().statements().stream()
                                .filter(statement ->
                                        kept.contains(statement.object()) || !all.contains(statement.object()))
                                .toList()),
                        catalog.tables().stream()
                                .filter(table -> kept.contains(table.id()))
                                .toList(),
                        catalog.sequences().stream().filter(kept::contains).toList(),
                        catalog.configurations().stream()
                                .filter(rows ->
                                        kept.contains(ObjectId.of(ObjectKind.EXTENSION, null, rows.extension())))
                                .toList()),
                broken);
    }

    /** The objects that are chosen. */
    public Set<ObjectId> chosen(CatalogWithNeeds whole) {
        Set<ObjectId> all = ids(whole.catalog());
        Set<ObjectId> chosen = included.isEmpty() ? new HashSet<>(all) : matching(included, all, whole.needs());
        chosen.removeAll(matching(excluded, all, whole.needs()));
        Set<String> schemas = chosen.stream().map(ObjectId::schema).collect(Collectors.toSet());
        all.stream()
                .filter(id -> id.kind() == ObjectKind.SCHEMA && schemas.contains(id.name()) && !matches(excluded, id))
                .forEach(chosen::add);
        return chosen;
    }

    /** What matches, with all its parts and theirs. */
    private static Set<ObjectId> matching(List<ObjectPattern> patterns, Set<ObjectId> all, Needs needs) {
        Set<ObjectId> matching = new HashSet<>(select(all, id -> matches(patterns, id)));
        while (matching.addAll(select(all, id -> needs.isPartOf(id, matching)))) {
            // Partitions of partitions, and their constraints.
        }
        return matching;
    }

    /** What no statement of its own makes stands in the statement of its relation, and cannot be left out of that. */
    private static Set<ObjectId> withInlined(Set<ObjectId> chosen, CatalogWithNeeds whole) {
        Set<ObjectId> made = whole.catalog().plan().statements().stream()
                .filter(statement -> statement.aspect() == Aspect.DEFINITION)
                .map(Statement::object)
                .collect(Collectors.toSet());
        Set<ObjectId> kept = new HashSet<>(chosen);
        kept.addAll(select(
                ids(whole.catalog()), id -> !made.contains(id) && whole.needs().isPartOf(id, chosen)));
        return kept;
    }

    private static boolean matches(List<ObjectPattern> patterns, ObjectId id) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher().test(id));
    }

    private static Set<ObjectId> select(Set<ObjectId> all, Predicate<ObjectId> condition) {
        return all.stream().filter(condition).collect(Collectors.toSet());
    }

    private static Set<ObjectId> ids(Catalog catalog) {
        return catalog.objects().stream().map(CatalogObject::id).collect(Collectors.toSet());
    }
}
