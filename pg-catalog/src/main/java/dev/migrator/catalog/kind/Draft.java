package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object as its kind has read it: where it lies, what it is called, and the statements that make it.
 *
 * @param name as commands write it after the kind's own words, quoted where need be: {@code app.orders}, {@code tr ON app.orders},
 *     {@code app.f(integer)}
 * @param steps the statements that make the whole object, in order
 * @param needs what must be there before and is not in pg_depend
 * @param covers what the object stands for beside its own address and is not seen in pg_depend to be a part of it
 * @param sequel null where nothing is left to complete
 * @param split null where the object cannot be made in two goes
 * @param inline null where the object is always made by statements of its own
 * @param host null where nothing can be written inside the object's statements
 */
public record Draft(
        Address address,
        ObjectId id,
        String name,
        List<Step> steps,
        List<Address> needs,
        List<Address> covers,
        @Nullable Sequel sequel,
        @Nullable Split split,
        @Nullable Inline inline,
        @Nullable Host host) {

    public Draft {
        steps = List.copyOf(steps);
        needs = List.copyOf(needs);
        covers = List.copyOf(covers);
    }

    /** An object that a few statements make; without any, one that is made along with another. */
    public static Draft of(Address address, ObjectId id, String name, Step... steps) {
        return of(address, id, name, List.of(steps));
    }

    public static Draft of(Address address, ObjectId id, String name, List<Step> steps) {
        return new Draft(address, id, name, steps, List.of(), List.of(), null, null, null, null);
    }

    /** An object that one statement makes, which is all structure. */
    public static Draft of(Address address, ObjectId id, String name, Stage stage, String sql) {
        return of(address, id, name, Step.at(stage, sql));
    }

    /** The same object with one more statement after those that make it. */
    public Draft followedBy(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Draft(address, id, name, more, needs, covers, sequel, split, inline, host);
    }

    public Draft needing(List<Address> addresses) {
        return new Draft(address, id, name, steps, addresses, covers, sequel, split, inline, host);
    }

    public Draft covering(List<Address> addresses) {
        return new Draft(address, id, name, steps, needs, addresses, sequel, split, inline, host);
    }

    public Draft completedBy(Sequel completion) {
        return new Draft(address, id, name, steps, needs, covers, completion, split, inline, host);
    }

    public Draft splittingInto(Split parts) {
        return new Draft(address, id, name, steps, needs, covers, sequel, parts, inline, host);
    }

    public Draft inlinedAs(Inline piece) {
        return new Draft(address, id, name, steps, needs, covers, sequel, split, piece, host);
    }

    public Draft hosting(Host hosting) {
        return new Draft(address, id, name, steps, needs, covers, sequel, split, inline, hosting);
    }

    /** The object as COMMENT ON and ALTER name it: {@code TABLE app.orders}. */
    public String reference() {
        return id.kind().command() + ' ' + name;
    }

    /** The canonical definition: every statement of the object, whatever way a plan takes to make it. */
    public Definition definition() {
        List<Step> all = new ArrayList<>(steps);
        if (sequel != null) {
            all.addAll(sequel.steps());
        }
        Definition definition = new Definition(List.of());
        for (Step step : all) {
            definition = definition.parts().isEmpty()
                    ? step.sql()
                    : definition.then(";\n").then(step.sql());
        }
        return definition;
    }
}
