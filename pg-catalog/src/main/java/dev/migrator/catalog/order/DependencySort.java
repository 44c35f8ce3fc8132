package dev.migrator.catalog.order;

import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.kind.Sequel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds the order in which drafts become statements: stage by stage, what is needed before what needs it, and among what is free to
 * choose in the order in which a person would read it, so that equal catalogs give equal plans.
 */
public final class DependencySort {

    private DependencySort() {}

    /**
     * Sorts the drafts.
     *
     * @throws dev.migrator.catalog.CatalogException where objects need one another in a loop that cannot be broken
     */
    public static List<Work> sort(List<Draft> drafts, Dependencies dependencies, Claims claims) {
        Graph graph = new Graph(drafts, dependencies, claims);
        LoopBreaker.breakLoops(graph);
        Inlining.apply(graph);
        addSequels(graph, claims);
        return inOrder(graph.nodes).stream()
                .filter(node -> node.role != Node.Role.ROWS)
                .map(node -> new Work(node.draft, node.stage, node.steps, node.role == Node.Role.MAKE))
                .toList();
    }

    /** Every completion waits for those of all that its object needs, directly or not. */
    private static void addSequels(Graph graph, Claims claims) {
        Map<Node, Node> sequels = new LinkedHashMap<>();
        for (Node node : graph.nodes) {
            Sequel sequel = node.role == Node.Role.MAKE ? node.draft.sequel() : null;
            if (sequel != null) {
                sequels.put(node, new Node(node.draft, Node.Role.COMPLETE, sequel.steps()));
            }
        }
        sequels.forEach((node, completion) -> {
            Address address = node.draft.address();
            completion.needs.add(new Node.Need(address, node));
            Sequel sequel = node.draft.sequel();
            for (Address needed : sequel == null ? List.<Address>of() : sequel.needs()) {
                Draft draft = claims.of(needed);
                Node other = draft == null ? null : graph.made(draft.address());
                if (other != null) {
                    completion.needs.add(new Node.Need(address, other));
                }
            }
            for (Node upstream : upstreamOf(node)) {
                Node before = sequels.get(upstream);
                if (before != null) {
                    completion.needs.add(new Node.Need(address, before));
                }
            }
        });
        graph.nodes.addAll(sequels.values());
    }

    private static Set<Node> upstreamOf(Node start) {
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(start.targets());
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (seen.add(node)) {
                open.addAll(node.targets());
            }
        }
        return seen;
    }

    private static List<Node> inOrder(List<Node> nodes) {
        Map<Node, List<Node>> neededBy = new HashMap<>();
        Map<Node, Integer> waitingFor = new HashMap<>();
        PriorityQueue<Node> ready = new PriorityQueue<>(Node.READING_ORDER);
        for (Node node : nodes) {
            Set<Node> targets = node.targets();
            waitingFor.put(node, targets.size());
            targets.forEach(target ->
                    neededBy.computeIfAbsent(target, t -> new ArrayList<>()).add(node));
            if (targets.isEmpty()) {
                ready.add(node);
            }
        }
        List<Node> order = new ArrayList<>(nodes.size());
        while (!ready.isEmpty()) {
            Node node = ready.remove();
            order.add(node);
            for (Node next : neededBy.getOrDefault(node, List.of())) {
                next.stage = next.stage.afterNeeding(node.stage);
                if (waitingFor.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        if (order.size() != nodes.size()) {
            throw new IllegalStateException((nodes.size() - order.size()) + " objects were left in a dependency loop");
        }
        return order;
    }
}
