package dev.migrator.migration;

import dev.migrator.migration.MigrationProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Numbers that a sequence leaves out. One that any directory of the project has used, for another profile say, is no gap. */
final class Gaps {

    /** A longer version is a time stamp, which leaves out what it likes. */
    private static final int LONGEST_NUMBER = 7;

    private final Set<MigrationVersion> used;

    private Gaps(Set<MigrationVersion> used) {
        this.used = used;
    }

    /** Looks at the names of all files of a project's migrations, those that are archived too. */
    static Gaps in(Path directory) throws IOException {
        Set<MigrationVersion> used = new HashSet<>();
        try (Stream<Path> files = Files.walk(directory, 3)) {
            files.forEach(file -> MigrationFolder.version(file).ifPresent(used::add));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Gaps(used);
    }

    /** @param migrations of one directory */
    List<MigrationProblem> between(List<Migration> migrations) {
        List<Migration> sorted = migrations.stream()
                .filter(migration -> migration.version().digits().length() <= LONGEST_NUMBER)
                .sorted((a, b) -> a.version().compareTo(b.version()))
                .toList();
        List<MigrationProblem> gaps = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            Migration after = sorted.get(i);
            MigrationVersion next = sorted.get(i - 1).version().next();
            while (next.compareTo(after.version()) < 0 && used.contains(next)) {
                next = next.next();
            }
            if (next.compareTo(after.version()) < 0) {
                gaps.add(new MigrationProblem(
                        Kind.GAP,
                        after.filename(),
                        "there is no version " + next + " before it",
                        "Bring that file back if it was lost; if there never was one, all is well"));
            }
        }
        return gaps;
    }
}
