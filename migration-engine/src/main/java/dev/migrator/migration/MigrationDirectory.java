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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directory of a project's migrations: {@code common} for all profiles, and {@code <profile>-only} beside it for one. */
public final class MigrationDirectory {

    private static final Pattern NAME = Pattern.compile("([0-9]{3,18})_[A-Za-z0-9][A-Za-z0-9_-]*\\.sql");

    private static final String NAMING =
            "Name it NNN_descriptive_name.sql: at least three digits, then letters, digits, _ and -";

    private final Path directory;
    private final List<MigrationProblem> problems = new ArrayList<>();
    private final Map<MigrationVersion, Migration> found = new TreeMap<>();

    private MigrationDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads the migrations of a profile, each file once from end to end.
     *
     * @param migrations the directory
     * @param profile whose own migrations belong to the sequence; it need not have any
     * @throws MigrationsRefusedException where a name, a version or the text of a file is not what it should be
     */
    public static Migrations read(Path migrations, String profile) {
        MigrationDirectory directory = new MigrationDirectory(migrations);
        try {
            directory.readAll(profile);
        } catch (IOException e) {
            directory.problems.add(MigrationProblem.unreadable(migrations.toString(), e));
        }
        MigrationsRefusedException.throwIfAny(directory.problems);
        return new Migrations(profile, List.copyOf(directory.found.values()));
    }

    private void readAll(String profile) throws IOException {
        Path common = directory.resolve(Migrations.COMMON);
        if (!Files.isDirectory(common)) {
            problems.add(new MigrationProblem(
                    Kind.MISSING_DIRECTORY,
                    common.toString(),
                    "directory of migrations does not exist",
                    "Create it, or set migrator.migrationsDirectory to the directory that holds " + Migrations.COMMON));
            return;
        }
        for (Path stray : entries(directory)) {
            if (Files.isRegularFile(stray) && !isNoMigration(stray.getFileName().toString())) {
                problems.add(new MigrationProblem(
                        Kind.BAD_NAME,
                        stray.getFileName().toString(),
                        "file lies beside the directories of migrations",
                        "Move it into " + Migrations.COMMON + " or into <profile>" + Migrations.OWN_SUFFIX));
            }
        }
        readEach(common);
        Path own = directory.resolve(profile + Migrations.OWN_SUFFIX);
        if (Files.isDirectory(own)) {
            readEach(own);
        }
    }

    private void readEach(Path folder) throws IOException {
        for (Path file : entries(folder)) {
            String name = file.getFileName().toString();
            if (isNoMigration(name)) {
                continue;
            }
            String filename = folder.getFileName() + "/" + name;
            Matcher parts = NAME.matcher(name);
            if (!Files.isRegularFile(file) || !parts.matches()) {
                problems.add(new MigrationProblem(Kind.BAD_NAME, filename, notAName(name), NAMING));
            } else {
                readOne(new MigrationVersion(parts.group(1)), filename, file);
            }
        }
    }

    private void readOne(MigrationVersion version, String filename, Path file) {
        try {
            Utf8Text.check(file);
            Migration migration = new Migration(version, filename, file, MigrationChecksum.of(file));
            Migration other = found.putIfAbsent(version, migration);
            if (other != null) {
                problems.add(new MigrationProblem(
                        Kind.DUPLICATE_VERSION,
                        other.filename() + ", " + filename,
                        "two migrations have version " + version,
                        "Give the one that was applied nowhere yet the next free number"));
            }
        } catch (ScriptFault fault) {
            problems.add(new MigrationProblem(
                    Kind.UNREADABLE, filename + ", line " + fault.line(), fault.problem(), fault.fix()));
        } catch (IOException e) {
            problems.add(MigrationProblem.unreadable(filename, e));
        }
    }

    private static String notAName(String name) {
        if (NAME.matcher(name).matches()) {
            return "not a file";
        }
        if (name.endsWith(".rollback.sql")) {
            return "rollback files are not supported yet";
        }
        if (name.startsWith("R__")) {
            return "repeatable migrations are not supported yet";
        }
        return "not the name of a migration";
    }

    /** What a directory may hold for its own ends: hidden files, and notes. */
    private static boolean isNoMigration(String name) {
        return name.startsWith(".") || name.endsWith(".md");
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
