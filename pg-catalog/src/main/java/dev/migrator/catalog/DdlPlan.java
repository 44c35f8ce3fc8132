package dev.migrator.catalog;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The statements that make a database like the one read, in an order in which they can run one after another.
 *
 * <p>Equal catalogs give equal plans, whatever their OIDs are. The session needs {@code search_path = ''} and {@link #SESSION}.
 *
 * @param statements in execution order; the phases follow one another in the order of {@link Phase}
 */
public record DdlPlan(List<Statement> statements) {

    /**
     * What to run on a connection before the statements: a body of a function may name what is made after it, and what lies in no tablespace
     * of its own lies in the database's.
     */
    public static final String SESSION = "SET check_function_bodies = off; SET default_tablespace = ''";

    public DdlPlan {
        statements = List.copyOf(statements);
    }

    /** The statements of one phase, in order. */
    public List<Statement> in(Phase phase) {
        return statements.stream().filter(s -> s.phase() == phase).toList();
    }

    /** The same plan with some aspects left out, for a target whose roles are others. */
    public DdlPlan without(Aspect... aspects) {
        Set<Aspect> dropped = EnumSet.noneOf(Aspect.class);
        dropped.addAll(List.of(aspects));
        return new DdlPlan(
                statements.stream().filter(s -> !dropped.contains(s.aspect())).toList());
    }

    /** The same plan without the objects of one kind. */
    public DdlPlan without(ObjectKind kind) {
        return new DdlPlan(
                statements.stream().filter(s -> s.object().kind() != kind).toList());
    }

    /** The roles that must exist before the plan runs; policies name roles even where owners and privileges are left out. */
    public SortedSet<String> roles() {
        SortedSet<String> roles = new TreeSet<>();
        statements.forEach(s -> roles.addAll(s.roles()));
        return roles;
    }
}
