package dev.migrator.catalog.kind;

import java.util.List;

/**
 * What completes an object once others are there that may need the object themselves: a sequence is OWNED BY a column whose default calls
 * it; a materialized view is filled when all that it reads is. Sequels follow one another along the dependencies of their objects.
 *
 * @param needs what must be there beside the object itself
 */
public record Sequel(List<Step> steps, List<Address> needs) {

    public Sequel {
        steps = List.copyOf(steps);
        needs = List.copyOf(needs);
    }
}
