package dev.migrator.catalog.order;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.kind.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a plan with what each needs: pg_depend mapped on the drafts, what the kinds add, and the arrival of the rows, which needs
 * every table and which every key needs.
 */
final class Graph {

    /** What holds rows or decides where they go. */
    private static final Set<ObjectKind> ROW_HOLDERS = EnumSet.of(ObjectKind.TABLE, ObjectKind.PARTITION_ATTACHMENT);

    private static final Set<ObjectKind> RELATIONS = EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE);

    private static final Address ROWS = new Address("", 0);

    final List<Node> nodes = new ArrayList<>();
    private final Map<Address, Node> made = new HashMap<>();

    Graph(List<Draft> drafts, Dependencies dependencies, Claims claims) {
        for (Draft draft : drafts) {
            Node node = new Node(draft, Node.Role.MAKE, draft.steps());
            nodes.add(node);
            made.put(draft.address(), node);
        }
        addDependencies(dependencies, claims);
        addNeedsOfKinds(drafts, claims);
        addRows();
    }

    /** The node after which the object is whole; null where there is no such draft. */
    @Nullable
    Node made(Address address) {
        return made.get(address);
    }

    /** Lets another node be the one after which an object is whole. */
    void replace(Node old, Node replacement) {
        made.put(old.draft.address(), replacement);
    }

    private void addDependencies(Dependencies dependencies, Claims claims) {
        for (Dependencies.Dependency dependency : dependencies.all()) {
            Draft from = claims.of(dependency.object());
            Draft claimed = claims.of(dependency.referenced());
            if (from == null || claimed == null || isOfItsExtensionAlone(from, dependency, dependencies)) {
                continue;
            }
            Draft to = maker(claimed, dependencies, claims);
            if (!from.address().equals(to.address()) && !isLaterAttached(dependency, from, to)) {
                link(from, dependency.object(), to);
            }
        }
    }

    /** A member of an extension, which is there for its privileges alone, needs the extension and nothing else. */
    private static boolean isOfItsExtensionAlone(
            Draft draft, Dependencies.Dependency dependency, Dependencies dependencies) {
        return dependency.type() != 'e'
                && dependencies.of(draft.address()).stream().anyMatch(other -> other.type() == 'e');
    }

    /** The object itself, or the extension that brings it. */
    private static Draft maker(Draft draft, Dependencies dependencies, Claims claims) {
        return dependencies.of(draft.address()).stream()
                .filter(dependency -> dependency.type() == 'e')
                .map(Dependencies.Dependency::referenced)
                .map(claims::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(draft);
    }

    /** Attachments are objects of their own, and a sequence is OWNED BY its table in a sequel. */
    private static boolean isLaterAttached(Dependencies.Dependency dependency, Draft from, Draft to) {
        return switch (dependency.type()) {
            case 'P' -> true;
            case 'a' ->
                RELATIONS.contains(to.id().kind())
                        && dependency.object().equals(from.address())
                        && (RELATIONS.contains(from.id().kind()) || from.id().kind() == ObjectKind.SEQUENCE);
            default -> false;
        };
    }

    private void addNeedsOfKinds(List<Draft> drafts, Claims claims) {
        for (Draft draft : drafts) {
            for (Address needed : draft.needs()) {
                Draft to = claims.of(needed);
                if (to != null && !to.address().equals(draft.address())) {
                    link(draft, draft.address(), to);
                }
            }
        }
    }

    private void link(Draft from, Address origin, Draft to) {
        Node node = made.get(from.address());
        Node needed = made.get(to.address());
        if (node != null && needed != null) {
            node.needs.add(new Node.Need(origin, needed));
        }
    }

    private void addRows() {
        Draft draft = Draft.of(ROWS, ObjectId.of(ObjectKind.SCHEMA, null, ""), "");
        Node rows = new Node(draft, Node.Role.ROWS, List.of());
        for (Node node : nodes) {
            if (ROW_HOLDERS.contains(node.draft.id().kind())) {
                rows.needs.add(new Node.Need(ROWS, node));
            } else if (node.stage.compareTo(Stage.BEFORE_ROWS) > 0) {
                node.needs.add(new Node.Need(node.draft.address(), rows));
            }
        }
        nodes.add(rows);
    }
}
