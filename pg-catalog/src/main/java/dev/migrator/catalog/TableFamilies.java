package dev.migrator.catalog;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Tables that belong together: a partitioned table and its partitions, parents and heirs, and who else cannot be without another table. */
final class TableFamilies {

    private static final Set<ObjectKind> MEMBERS =
            EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.PARTITION_ATTACHMENT);

    private final Map<ObjectId, ObjectId> elders = new HashMap<>();

    private TableFamilies() {}

    static TableFamilies of(DdlPlan plan, Needs needs) {
        TableFamilies families = new TableFamilies();
        plan.statements().stream()
                .map(Statement::object)
                .filter(TableFamilies::isMember)
                .distinct()
                .forEach(member -> needs.of(member).stream()
                        .filter(TableFamilies::isMember)
                        .forEach(other -> families.join(member, other)));
        return families;
    }

    static boolean isMember(ObjectId object) {
        return MEMBERS.contains(object.kind());
    }

    /** The table by which the family of an object's table is known; an object that has to do with no table is a family of its own. */
    ObjectId of(ObjectId object) {
        ObjectId eldest = object.subject();
        ObjectId elder = elders.get(eldest);
        while (elder != null) {
            eldest = elder;
            elder = elders.get(eldest);
        }
        return eldest;
    }

    private void join(ObjectId one, ObjectId other) {
        ObjectId eldest = of(other);
        ObjectId younger = of(one);
        if (!eldest.equals(younger)) {
            elders.put(younger, eldest);
        }
    }
}
