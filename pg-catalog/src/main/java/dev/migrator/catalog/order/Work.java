package dev.migrator.catalog.order;

import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.kind.Stage;
import dev.migrator.catalog.kind.Step;
import java.util.List;

/**
 * One thing to do in a plan.
 *
 * @param stage the one that it takes place in, which may be later than its steps' own
 * @param makesWhole whether the object can be given to its owner after it
 */
public record Work(Draft draft, Stage stage, List<Step> steps, boolean makesWhole) {}
