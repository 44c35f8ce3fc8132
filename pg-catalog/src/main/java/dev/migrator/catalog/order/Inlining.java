package dev.migrator.catalog.order;

import dev.migrator.catalog.kind.Host;
import dev.migrator.catalog.kind.Inline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes defaults and CHECKs inside the statement that makes their table or domain, as a person would; but not where the table would then
 * have to wait for something that needs the table itself. The graph must be free of loops, and stays so.
 */
final class Inlining {

    private Inlining() {}

    static void apply(Graph graph) {
        Map<Node, List<Host.Guest>> guests = new LinkedHashMap<>();
        graph.nodes.stream()
                .filter(node -> node.draft.inline() != null)
                .sorted(Comparator.comparing(node -> node.draft.id()))
                .forEach(node -> moveIn(graph, node, guests));
        guests.forEach((host, pieces) -> {
            Host hosting = host.draft.host();
            if (hosting != null) {
                host.steps = hosting.with(pieces);
            }
        });
    }

    private static void moveIn(Graph graph, Node guest, Map<Node, List<Host.Guest>> guests) {
        Inline inline = guest.draft.inline();
        Node host = inline == null ? null : graph.made(inline.host());
        if (inline == null || host == null || host.draft.host() == null || leadsTo(guest, host)) {
            return;
        }
        for (Node.Need need : List.copyOf(guest.needs)) {
            if (need.node() != host) {
                host.needs.add(need);
                guest.needs.remove(need);
            }
        }
        guest.steps = List.of();
        guests.computeIfAbsent(host, h -> new ArrayList<>()).add(new Host.Guest(guest.draft.address(), inline.piece()));
    }

    /** Whether anything that the guest needs, but the host itself, needs the host. */
    private static boolean leadsTo(Node guest, Node host) {
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(guest.targets());
        open.remove(host);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node == host) {
                return true;
            }
            if (seen.add(node)) {
                open.addAll(node.targets());
            }
        }
        return false;
    }
}
