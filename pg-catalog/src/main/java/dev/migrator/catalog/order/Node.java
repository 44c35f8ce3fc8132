package dev.migrator.catalog.order;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.kind.Stage;
import dev.migrator.catalog.kind.Step;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One thing to do in a plan: make an object, one of its two goes, or complete it. Mutable while the order is being found. */
final class Node {

    /** What the node does to its draft's object. */
    enum Role {
        /** Nothing: the moment at which the rows arrive. */
        ROWS,
        /** The first of two goes. */
        BEGIN,
        /** The whole object, or the second of two goes. */
        MAKE,
        COMPLETE
    }

    /** An edge, with the part of this node's object that is the reason for it. */
    record Need(Address origin, Node node) {}

    /** Objects of a stage one relation after another; before the rows one kind after another, as a person would write them. */
    static final Comparator<Node> READING_ORDER = Comparator.comparing((Node node) -> node.stage)
            .thenComparing(node -> node.stage == Stage.BEFORE_ROWS ? "" : node.relation())
            .thenComparing(node -> node.haste)
            .thenComparing(node -> node.draft.id())
            .thenComparing(node -> node.role);

    final Draft draft;
    final Role role;
    final Set<Need> needs = new LinkedHashSet<>();
    private final int haste;
    List<Step> steps;
    Stage stage;

    Node(Draft draft, Role role, List<Step> steps) {
        this.draft = draft;
        this.role = role;
        this.steps = steps;
        this.haste = haste(draft);
        this.stage =
                steps.stream().map(Step::stage).max(Comparator.naturalOrder()).orElse(Stage.BEFORE_ROWS);
    }

    /** The nodes of the edges, each once. */
    Set<Node> targets() {
        Set<Node> targets = new LinkedHashSet<>();
        needs.forEach(need -> targets.add(need.node));
        return targets;
    }

    /**
     * An expression may need a cast, or the operator class that says how a type is sorted, without a word of it in pg_depend: casts come as
     * soon as they can, routines whose body is parsed when they are made after all else that is ready.
     */
    private static int haste(Draft draft) {
        return switch (draft.id().kind()) {
            case CAST -> 0;
            case FUNCTION, PROCEDURE -> draft.definition().isAllStructure() ? 1 : 2;
            default -> 1;
        };
    }

    private String relation() {
        ObjectId id = draft.id();
        return id.schema() + "." + (id.on() == null ? id.name() : id.on());
    }

    @Override
    public String toString() {
        return role + " " + draft.id();
    }
}
