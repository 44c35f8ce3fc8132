package dev.migrator.migration;

import dev.migrator.migration.MigrationProblem.Kind;
import dev.migrator.migration.internal.script.ScriptFault;
import dev.migrator.migration.internal.script.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One directory of migrations, told apart by their names. */
final class MigrationFolder {

    private static final Pattern VERSIONED = Pattern.compile("([0-9]{3,18})_[A-Za-z0-9][A-Za-z0-9_-]*\\.sql");

    private static final Pattern REPEATABLE = Pattern.compile("R__[A-Za-z0-9][A-Za-z0-9_-]*\\.sql");

    private static final String ROLLBACK = ".rollback.sql";

    private static final String NAMING =
            "Name it NNN_descriptive_name.sql: at least three digits, then letters, digits, _ and -";

    private final Path folder;
    private final Findings findings;
    private final List<Migration> migrations = new ArrayList<>();
    private final List<RepeatableMigration> repeatables = new ArrayList<>();

    private MigrationFolder(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** Reads every file from end to end; what is wrong goes to the findings. */
    static MigrationFolder read(Path folder, Findings findings) throws IOException {
        MigrationFolder reading = new MigrationFolder(folder, findings);
        Map<String, Path> rollbacks = new TreeMap<>();
        List<Path> others = new ArrayList<>();
        for (Path file : entries(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(ROLLBACK)) {
                rollbacks.put(name.substring(0, name.length() - ROLLBACK.length()) + ".sql", file);
            } else if (!isNoMigration(name)) {
                others.add(file);
            }
        }
        for (Path file : others) {
            reading.add(file, rollbacks.remove(file.getFileName().toString()));
        }
        rollbacks
                .values()
                .forEach(orphan -> reading.findings.add(new MigrationProblem(
                        Kind.BAD_NAME,
                        reading.filename(orphan),
                        "the migration is missing that it would take back",
                        "Name it like the migration, with .rollback.sql in the place of .sql")));
        return reading;
    }

    /** In the order of their names. */
    List<Migration> migrations() {
        return migrations;
    }

    /** In the order of their names. */
    List<RepeatableMigration> repeatables() {
        return repeatables;
    }

    /** The version that a file name begins with; empty where it is not the name of a versioned migration. */
    static Optional<MigrationVersion> version(Path file) {
        Matcher parts = VERSIONED.matcher(file.getFileName().toString());
        return parts.matches() ? Optional.of(new MigrationVersion(parts.group(1))) : Optional.empty();
    }

    /** What a directory may hold for its own ends: hidden files, and notes. */
    static boolean isNoMigration(String name) {
        return name.startsWith(".") || name.endsWith(".md");
    }

    private void add(Path file, @Nullable Path rollback) {
        String name = file.getFileName().toString();
        boolean repeatable = REPEATABLE.matcher(name).matches();
        Optional<MigrationVersion> version = version(file);
        if (!Files.isRegularFile(file) || (version.isEmpty() && !repeatable)) {
            findings.add(new MigrationProblem(
                    Kind.BAD_NAME,
                    filename(file),
                    version.isPresent() || repeatable ? "not a file" : "not the name of a migration",
                    NAMING + "; or R__descriptive_name.sql for one that is run whenever it has changed"));
            return;
        }
        try {
            Utf8Text.check(file);
            String checksum = MigrationChecksum.of(file);
            if (version.isPresent()) {
                migrations.add(new Migration(version.get(), filename(file), file, checksum, rollback));
            } else {
                repeatables.add(new RepeatableMigration(filename(file), file, checksum));
            }
        } catch (ScriptFault fault) {
            findings.add(new MigrationProblem(
                    Kind.UNREADABLE, filename(file) + ", line " + fault.line(), fault.problem(), fault.fix()));
        } catch (IOException e) {
            findings.add(MigrationProblem.unreadable(filename(file), e));
        }
    }

    private String filename(Path file) {
        return folder.getFileName() + "/" + file.getFileName();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
