package dev.migrator.profile.load;

import dev.migrator.error.MigratorException;
import java.util.List;
import java.util.stream.Collectors;

/** What was restored is not what the snapshot holds; the target was left as it was. */
public final class RestoreProofException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 10;

    private final List<String> differences;

    /** @param differences each an object and how it differs: {@code table app.orders: 99 rows instead of 100} */
    RestoreProofException(List<String> differences) {
        super(
                "the restored database is not what the snapshot holds",
                shown(differences),
                "The target is as it was. Report this: a restore must be exact");
        this.differences = List.copyOf(differences);
    }

    /** All of them. */
    public List<String> differences() {
        return differences;
    }

    private static String shown(List<String> differences) {
        String first = differences.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return differences.size() > SHOWN ? first + " and " + (differences.size() - SHOWN) + " more" : first;
    }
}
