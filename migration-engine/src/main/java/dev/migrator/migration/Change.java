package dev.migrator.migration;

import dev.migrator.migration.internal.script.Directive;
import dev.migrator.migration.internal.script.Script;
import dev.migrator.migration.internal.script.ScriptCheck;
import org.jspecify.annotations.Nullable;

/**
 * A file that is going to be run: what is recorded of it, and what was found out by reading it.
 *
 * @param version null for a repeatable file
 * @param checksum null for the instruction of a rollback, which may change
 * @param from where to go on with a file that is not one transaction
 */
record Change(
        Operation operation,
        @Nullable MigrationVersion version,
        String filename,
        @Nullable String checksum,
        Script script,
        ScriptCheck.Summary summary,
        Resumption from) {

    /** The same, going on from another place. */
    Change from(Resumption place) {
        return new Change(operation, version, filename, checksum, script, summary, place);
    }

    /** Whether all of it is in the database with its record, or nothing is. */
    boolean isOneTransaction() {
        return summary.inOneTransaction() && !from.isUnderWay();
    }

    boolean isIdempotent() {
        return summary.directives().contains(Directive.IDEMPOTENT);
    }
}
