package dev.migrator.catalog.order;

import static java.util.stream.Collectors.joining;

import dev.migrator.catalog.CatalogException;
import dev.migrator.catalog.kind.Split;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Breaks dependency loops: in each strongly connected component the first object that can be made in two goes is, until none is left.
 * What lies outside of the loop waits for the second go.
 */
final class LoopBreaker {

    private LoopBreaker() {}

    static void breakLoops(Graph graph) {
        List<List<Node>> loops = Components.loops(graph.nodes);
        while (!loops.isEmpty()) {
            for (List<Node> loop : loops) {
                Node victim = loop.stream()
                        .filter(node -> node.draft.split() != null && node.role == Node.Role.MAKE && !isSecondGo(node))
                        .min(Comparator.comparing(node -> node.draft.id()))
                        .orElseThrow(() -> unbreakable(loop));
                split(graph, victim, new HashSet<>(loop));
            }
            loops = Components.loops(graph.nodes);
        }
    }

    private static boolean isSecondGo(Node node) {
        return node.needs.stream()
                .anyMatch(need -> need.node().role == Node.Role.BEGIN
                        && need.node().draft.address().equals(node.draft.address()));
    }

    private static void split(Graph graph, Node whole, Set<Node> loop) {
        Split split = Objects.requireNonNull(whole.draft.split());
        Node first = new Node(whole.draft, Node.Role.BEGIN, split.first());
        Node rest = new Node(whole.draft, Node.Role.MAKE, split.rest());
        for (Node.Need need : whole.needs) {
            (split.severed().contains(need.origin()) ? rest : first).needs.add(need);
        }
        rest.needs.add(new Node.Need(whole.draft.address(), first));
        graph.nodes.remove(whole);
        for (Node node : graph.nodes) {
            Node instead = loop.contains(node) ? first : rest;
            List<Node.Need> redirected = node.needs.stream()
                    .filter(need -> need.node().equals(whole))
                    .toList();
            for (Node.Need need : redirected) {
                node.needs.remove(need);
                node.needs.add(new Node.Need(need.origin(), instead));
            }
        }
        graph.nodes.add(first);
        graph.nodes.add(rest);
        graph.replace(whole, rest);
    }

    private static CatalogException unbreakable(List<Node> loop) {
        return new CatalogException(
                "objects need one another in a loop that cannot be broken",
                loop.stream()
                        .filter(node -> node.role != Node.Role.ROWS)
                        .map(node -> node.draft.id().toString())
                        .distinct()
                        .sorted()
                        .collect(joining(", ")),
                "Rewrite one of them so that it does without the others; pg_dump cannot restore such a loop either",
                null);
    }
}
