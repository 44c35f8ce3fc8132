package dev.migrator.catalog.random;

import dev.migrator.postgres.Database;
import dev.migrator.testing.Oracle;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What pg_dump says of a restored database. A random schema may hold what pg_dump itself does not bring back: storage of an heir that
 * differs from its parent's, a NOT NULL whose name needs quotes, what a role has granted in a schema that he may not use any more, or
 * {@code DEFAULT NULL}, which it writes where an heir has no default. So a line is right if the dump of the original has it, or that of the
 * twin which pg_dump has restored.
 */
final class PgDumpVerdict {

    private final Oracle oracle;

    PgDumpVerdict(TestPostgres server) {
        this.oracle = new Oracle(server);
    }

    /** Lines that are unlike both the original's and the twin's, with their sign; empty where all is well. */
    List<String> wrong(Database original, Database twin, Database restored) throws IOException, InterruptedException {
        List<String> unlikeTwin = lines(oracle.difference(twin, restored, "--privs"));
        if (unlikeTwin.isEmpty()) {
            return List.of();
        }
        Set<String> unlikeOriginal = Set.copyOf(lines(oracle.difference(original, restored, "--privs")));
        return unlikeTwin.stream().filter(unlikeOriginal::contains).toList();
    }

    Database twinOf(Database original) throws IOException, InterruptedException {
        return oracle.twinOf(original);
    }

    private static List<String> lines(String difference) {
        return difference
                .lines()
                .filter(line -> line.matches("(?s)[-+].*") && !line.startsWith("--- ") && !line.startsWith("+++ "))
                .collect(Collectors.toList());
    }
}
