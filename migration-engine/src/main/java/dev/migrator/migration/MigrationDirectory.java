package dev.migrator.migration;

import dev.migrator.migration.MigrationProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The directory of a project's migrations: {@code common} for all profiles, and {@code <profile>-only} beside it for one. */
public final class MigrationDirectory {

    private final Path directory;
    private final Findings findings;
    private final Map<MigrationVersion, Migration> found = new TreeMap<>();
    private final List<RepeatableMigration> repeatables = new ArrayList<>();

    private MigrationDirectory(Path directory, Policies policies) {
        this.directory = directory;
        this.findings = new Findings(policies);
    }

    /**
     * Reads the migrations of a profile, each file once from end to end.
     *
     * @param migrations the directory
     * @param profile whose own migrations belong to the sequence; it need not have any
     * @throws MigrationsRefusedException where a name, a version or the text of a file is not what it should be
     */
    public static Migrations read(Path migrations, String profile, Policies policies) {
        MigrationDirectory directory = new MigrationDirectory(migrations, policies);
        try {
            directory.readAll(profile);
        } catch (IOException e) {
            directory.findings.add(MigrationProblem.unreadable(migrations.toString(), e));
        }
        directory.findings.refuse();
        return new Migrations(
                profile, List.copyOf(directory.found.values()), directory.repeatables, directory.findings.warnings());
    }

    private void readAll(String profile) throws IOException {
        Path common = directory.resolve(Migrations.COMMON);
        if (!Files.isDirectory(common)) {
            findings.add(new MigrationProblem(
                    Kind.MISSING_DIRECTORY,
                    common.toString(),
                    "directory of migrations does not exist",
                    "Create it, or set migrator.migrationsDirectory to the directory that holds " + Migrations.COMMON));
            return;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            entries.sorted()
                    .filter(Files::isRegularFile)
                    .map(stray -> stray.getFileName().toString())
                    .filter(stray -> !MigrationFolder.isNoMigration(stray))
                    .forEach(stray -> findings.add(new MigrationProblem(
                            Kind.BAD_NAME,
                            stray,
                            "file lies beside the directories of migrations",
                            "Move it into " + Migrations.COMMON + " or into <profile>" + Migrations.OWN_SUFFIX)));
        }
        Gaps gaps = Gaps.in(directory);
        for (Path folder : List.of(common, directory.resolve(profile + Migrations.OWN_SUFFIX))) {
            if (Files.isDirectory(folder)) {
                MigrationFolder read = MigrationFolder.read(folder, findings);
                read.migrations().forEach(this::add);
                repeatables.addAll(read.repeatables());
                gaps.between(read.migrations()).forEach(findings::add);
            }
        }
    }

    /** The profile's own come last, and stand for a common one of the same number where the policy allows that. */
    private void add(Migration migration) {
        Migration other = found.get(migration.version());
        if (other != null) {
            findings.add(new MigrationProblem(
                    Kind.DUPLICATE_VERSION,
                    other.filename() + ", " + migration.filename(),
                    "two migrations have version " + migration.version(),
                    "Give the one that was applied nowhere yet the next free number"));
        }
        if (other == null || !folder(other).equals(folder(migration))) {
            found.put(migration.version(), migration);
        }
    }

    private static String folder(Migration migration) {
        return migration.filename().substring(0, migration.filename().indexOf('/'));
    }
}
