package dev.migrator.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statements of a plan in the order in which a person would write them: a table is followed by its keys, indexes, foreign keys,
 * triggers, policies and grants as far as what these need stands before them. A statement only ever moves forwards to its table; so for
 * all others the order of the plan holds, in which everything finds what it needs.
 */
final class ReadingOrder {

    private final Needs needs;
    private final TableFamilies families;
    private final Map<ObjectId, Phase> begun = new HashMap<>();
    private final Map<ObjectId, Integer> missing = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> unfinished = new HashMap<>();
    private final Map<ObjectId, Deque<Statement>> waiting = new HashMap<>();
    private final List<Statement> order = new ArrayList<>();

    private ReadingOrder(DdlPlan plan, Needs needs) {
        this.needs = needs;
        this.families = TableFamilies.of(plan, needs);
        for (Statement statement : plan.statements()) {
            begun.putIfAbsent(statement.object(), statement.phase());
            if (begins(statement)) {
                missing.merge(statement.object(), 1, Integer::sum);
                addUnfinished(statement.object());
            }
            family(statement).add(statement);
        }
    }

    /** The plan as it is where the needs are not known in full. */
    static List<Statement> of(DdlPlan plan, Needs needs) {
        if (!needs.areComplete()) {
            return plan.statements();
        }
        ReadingOrder reading = new ReadingOrder(plan, needs);
        plan.statements().forEach(reading::writeWithFamily);
        return List.copyOf(reading.order);
    }

    private void writeWithFamily(Statement statement) {
        Deque<Statement> family = family(statement);
        if (!family.remove(statement)) {
            return;
        }
        write(statement);
        int before;
        do {
            before = family.size();
            writeWhatCanBe(family);
        } while (family.size() < before);
    }

    /** In the order of the plan, and the statements of one object never out of order. */
    private void writeWhatCanBe(Deque<Statement> family) {
        Set<ObjectId> held = new HashSet<>();
        for (Statement next : List.copyOf(family)) {
            if (!held.contains(next.object()) && canBeWritten(next)) {
                family.remove(next);
                write(next);
            } else {
                held.add(next.object());
            }
        }
    }

    private void write(Statement statement) {
        order.add(statement);
        ObjectId object = statement.object();
        if (begins(statement) && missing.merge(object, -1, Integer::sum) == 0) {
            unfinished(object).remove(object);
        }
    }

    /** What belongs to a table waits for all tables that share its rows or columns, since it would pass on to those made later. */
    private boolean canBeWritten(Statement next) {
        ObjectId object = next.object();
        boolean member = TableFamilies.isMember(object);
        return (member || isBegun(next))
                && needs.of(object).stream().allMatch(needed -> isThere(needed) && (member || isComplete(needed)))
                && (member || isComplete(object));
    }

    /** Whether the statement does not complete, in a later phase, what others of the plan have to come before. */
    private boolean isBegun(Statement next) {
        return next.aspect() != Aspect.DEFINITION || begins(next);
    }

    /** Whether the statement is one of those that make an object such that others find it. */
    private boolean begins(Statement statement) {
        return statement.aspect() == Aspect.DEFINITION && statement.phase() == begun.get(statement.object());
    }

    /** What no statement of its own makes stands in that of its table. */
    private boolean isThere(ObjectId object) {
        ObjectId made = missing.containsKey(object) ? object : object.subject();
        return missing.getOrDefault(made, 0) == 0;
    }

    private void addUnfinished(ObjectId object) {
        if (TableFamilies.isMember(object)) {
            unfinished(object).add(object);
        }
    }

    private boolean isComplete(ObjectId object) {
        return unfinished(object).isEmpty();
    }

    /** The tables of the object's family, and their attachments, that are still to be made. */
    private Set<ObjectId> unfinished(ObjectId object) {
        return unfinished.computeIfAbsent(families.of(object), family -> new HashSet<>());
    }

    private Deque<Statement> family(Statement statement) {
        return waiting.computeIfAbsent(families.of(statement.object()), family -> new ArrayDeque<>());
    }
}
