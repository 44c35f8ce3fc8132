package dev.migrator.catalog.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Tarjan's algorithm without recursion, since views over views may lie deeper than a thread's stack. */
final class Components {

    /** Where the walk stands in one node. */
    private static final class Visit {
        final Node node;
        final Iterator<Node> rest;
        final int index;
        int low;

        Visit(Node node, int index) {
            this.node = node;
            this.rest = node.targets().iterator();
            this.index = index;
            this.low = index;
        }
    }

    private final Map<Node, Visit> visits = new HashMap<>();
    private final Deque<Visit> open = new ArrayDeque<>();
    private final Map<Node, Boolean> onStack = new HashMap<>();
    private final Deque<Node> stack = new ArrayDeque<>();
    private final List<List<Node>> loops = new ArrayList<>();

    private Components() {}

    /** The sets of nodes that all need one another, each of two nodes or more. */
    static List<List<Node>> loops(List<Node> nodes) {
        Components components = new Components();
        for (Node node : nodes) {
            if (!components.visits.containsKey(node)) {
                components.walk(node);
            }
        }
        return components.loops;
    }

    private void walk(Node start) {
        enter(start);
        while (!open.isEmpty()) {
            Visit visit = open.element();
            if (visit.rest.hasNext()) {
                follow(visit, visit.rest.next());
            } else {
                leave(open.remove());
            }
        }
    }

    private void enter(Node node) {
        Visit visit = new Visit(node, visits.size());
        visits.put(node, visit);
        open.push(visit);
        stack.push(node);
        onStack.put(node, true);
    }

    private void follow(Visit visit, Node target) {
        Visit seen = visits.get(target);
        if (seen == null) {
            enter(target);
        } else if (onStack.containsKey(target)) {
            visit.low = Math.min(visit.low, seen.index);
        }
    }

    private void leave(Visit visit) {
        if (!open.isEmpty()) {
            Visit parent = open.element();
            parent.low = Math.min(parent.low, visit.low);
        }
        if (visit.low == visit.index) {
            List<Node> component = new ArrayList<>();
            Node member;
            do {
                member = stack.pop();
                onStack.remove(member);
                component.add(member);
            } while (member != visit.node);
            if (component.size() > 1) {
                loops.add(component);
            }
        }
    }
}
