package dev.migrator.core;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.BrokenNeed;
import dev.migrator.catalog.CatalogComparison;
import dev.migrator.catalog.CatalogDiff;
import dev.migrator.catalog.CatalogDiffText;
import dev.migrator.catalog.CatalogScope;
import dev.migrator.catalog.ObjectId;
import dev.migrator.core.settings.DiffFormat;
import dev.migrator.core.settings.DiffKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.embedded.PostgresBinaries;
import dev.migrator.profile.disk.DiskException;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.profile.event.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells how two schemas differ, wherever each of them is: in a database, behind a profile's ref, in a script. */
public final class CompareSchemas {

    /** So many of what the scope breaks are named in a notice; the report in JSON has them all. */
    private static final int SHOWN = 10;

    private final Settings settings;
    private final Effects effects;
    private final ProgressListener listener;
    private final ScratchServer scratch;
    private final SchemaReader reader;

    public CompareSchemas(Settings settings, Effects effects, PostgresBinaries binaries, ProgressListener listener) {
        this.settings = settings;
        this.effects = effects;
        this.listener = listener;
        ConfiguredDatabases databases = new ConfiguredDatabases(settings, effects, listener);
        this.scratch = new ScratchServer(() -> databases.serverAtHand(binaries));
        this.reader = new SchemaReader(settings, effects, binaries, databases, scratch);
    }

    /**
     * What was found.
     *
     * @param from what is compared, for people
     * @param to what it is compared with
     * @param differing how many objects are known to differ
     * @param undecided how many expressions read differently and may mean the same
     * @param report as it was written
     * @param forPeople whether it is a text to be read
     * @param file where it was written, as messages call it
     * @param allowed whether a difference is no failure
     */
    public record Compared(
            String from,
            String to,
            int differing,
            int undecided,
            String report,
            boolean forPeople,
            String file,
            boolean allowed) {

        /**
         * Makes a failure of a difference.
         *
         * @throws SchemasDifferException where they differ and must not
         */
        public void requireEqual() {
            if (differing > 0 && !allowed) {
                throw new SchemasDifferException(differing, from, to, file);
            }
        }
    }

    /** Compares, and writes the report. */
    public Compared compare() throws SQLException {
        NamedSchema from = reader.read(settings.get(DiffKeys.FROM), DiffKeys.FROM_PASSWORD);
        NamedSchema to = reader.read(settings.get(DiffKeys.TO), DiffKeys.TO_PASSWORD);
        CatalogScope scope = DiffScope.of(settings);
        SortedSet<BrokenNeed> broken = new TreeSet<>(scope.of(from.content()).broken());
        broken.addAll(scope.of(to.content()).broken());
        tellOf(broken);
        Set<ObjectId> chosen = new HashSet<>(scope.chosen(from.content()));
        chosen.addAll(scope.chosen(to.content()));
        CatalogDiff diff = diff(from, to, chosen);
        DiffFormat format = settings.get(DiffKeys.FORMAT);
        String report = format == DiffFormat.TEXT
                ? CatalogDiffText.of(diff, from.name(), to.name())
                : CatalogDiffJson.of(diff, from, to, broken);
        return new Compared(
                from.name(),
                to.name(),
                diff.size(),
                diff.undecided().size(),
                report,
                format == DiffFormat.TEXT,
                write(report, format),
                !settings.get(DiffKeys.FAIL_ON_DIFFERENCE));
    }

    /** A second reading is asked for only where it can decide something. */
    private CatalogDiff diff(NamedSchema from, NamedSchema to, Set<ObjectId> chosen) throws SQLException {
        CatalogDiff byText = compare(CatalogComparison.byText(), from, to, chosen);
        if (byText.undecided().isEmpty() || from.major() != to.major()) {
            return byText;
        }
        if (!scratch.mayCreateDatabases()) {
            listener.on(new Notice("expressions that read differently stay undecided: the role "
                    + scratch.database().user() + " may not create a database to read them again"));
            return byText;
        }
        return compare(CatalogComparison.rereadingOn(scratch.database()), from, to, chosen);
    }

    private CatalogDiff compare(CatalogComparison comparison, NamedSchema from, NamedSchema to, Set<ObjectId> chosen)
            throws SQLException {
        return comparison
                .ignoring(LeftOut.of(settings).toArray(Aspect[]::new))
                .compare(from.content().catalog(), to.content().catalog())
                .about(chosen);
    }

    private void tellOf(SortedSet<BrokenNeed> broken) {
        if (!broken.isEmpty()) {
            listener.on(new Notice("left out though something that is compared needs it: "
                    + broken.stream().limit(SHOWN).map(BrokenNeed::toString).collect(Collectors.joining("; "))
                    + (broken.size() > SHOWN ? " and " + (broken.size() - SHOWN) + " more" : "")));
        }
    }

    private String write(String report, DiffFormat format) {
        Path file = settings.find(DiffKeys.FILE)
                .orElseGet(() -> settings.outputFolder().resolve("diff." + format.extension()));
        try {
            Files.createDirectories(file.resolveSibling(""));
            effects.disk().replace(file, report.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw DiskException.writing(file, "set migrator.diffFile", e);
        }
        return settings.shown(file);
    }
}
