package dev.migrator.maven;

import dev.migrator.core.CompareSchemas.Compared;
import dev.migrator.core.FetchProfile.Fetched;
import dev.migrator.core.ListProfiles.Listed;
import dev.migrator.core.MigrateTarget.MigratedTarget;
import dev.migrator.core.RestoreProfile.Restored;
import dev.migrator.core.StartDatabase.Started;
import dev.migrator.core.UploadProfile.Uploaded;
import dev.migrator.core.UseSnapshot.Used;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.capture.CaptureCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a goal tells at its end, in a few lines. */
final class Reports {

    /** So many lines of a longer report are told; the file has all. */
    private static final int SHOWN = 200;

    private Reports() {}

    static List<String> of(Uploaded uploaded) {
        CaptureCounts counts = uploaded.captured().counts();
        List<String> lines = new ArrayList<>();
        lines.add("Captured %s, %s, %s (%s), in %s"
                .formatted(
                        Words.count(counts.tables(), "table"),
                        Words.count(counts.rows(), "row"),
                        Words.count(counts.mediaFiles(), "media file"),
                        Words.size(counts.plainBytes()),
                        Words.time(uploaded.captured().time())));
        lines.add("Stored %s with %s in %s; %s were there already"
                .formatted(
                        Words.count(counts.newPacks(), "pack"),
                        Words.size(counts.packBytes()),
                        uploaded.store(),
                        Words.count(counts.knownChunks(), "chunk")));
        lines.add(
                uploaded.dryRun()
                        ? "Dry run: nothing was stored, and the ref is as it was"
                        : "Snapshot %s; commit %s"
                                .formatted(uploaded.captured().id().abbreviated(), uploaded.refFile()));
        return lines;
    }

    static List<String> of(Restored restored) {
        List<String> lines = new ArrayList<>();
        if (restored.dryRun()) {
            return List.of("Dry run: %s may be replaced by %s; nothing was changed"
                    .formatted(restored.database(), name(restored.snapshot())));
        }
        String what = restored.snapshot() == null
                ? "schema.sql and data.sql"
                : "%s, %s, %s, all proved"
                        .formatted(
                                Words.count(restored.tables(), "table"),
                                Words.count(restored.rows(), "row"),
                                Words.count(restored.mediaFiles(), "media file"));
        lines.add("Restored %s into %s: %s, in %s"
                .formatted(name(restored.snapshot()), restored.database(), what, Words.time(restored.filling())));
        restored.migrations()
                .forEach(migration ->
                        lines.add("Replayed %s in %s".formatted(migration.filename(), Words.time(migration.time()))));
        lines.add("Replayed %s; the schema is in %s"
                .formatted(
                        Words.count(restored.migrations().size(), "migration")
                                + (restored.version() == null ? "" : ", now at " + restored.version()),
                        restored.resultFile()));
        lines.add(restored.url());
        return lines;
    }

    static List<String> of(MigratedTarget migrated) {
        List<String> lines = new ArrayList<>();
        String verb = migrated.dryRun() ? "Pending: " : "Applied ";
        migrated.applied().forEach(file -> lines.add(verb + file));
        if (migrated.applied().isEmpty()) {
            lines.add(migrated.database() + " is up to date");
        } else if (!migrated.dryRun()) {
            lines.add(migrated.database() + " is now at " + migrated.version());
        }
        return lines;
    }

    static List<String> of(Fetched fetched) {
        String what = "%s: %s, %s"
                .formatted(
                        fetched.snapshot().abbreviated(),
                        Words.count(fetched.packs(), "pack"),
                        Words.size(fetched.bytes()));
        return List.of((fetched.changed() ? "Fetched " : "Up to date: the cache holds ") + what);
    }

    static List<String> of(Compared compared) {
        List<String> lines = new ArrayList<>();
        boolean something = compared.differing() + compared.undecided() > 0;
        if (something && compared.forPeople()) {
            compared.report().lines().limit(SHOWN).forEach(lines::add);
            lines.add("");
        }
        lines.add("%s; %s undecided; the report is in %s"
                .formatted(
                        compared.differing() == 0
                                ? "No object differs"
                                : Words.count(compared.differing(), "object")
                                        + (compared.differing() == 1 ? " differs" : " differ"),
                        compared.undecided() == 0 ? "none" : String.valueOf(compared.undecided()),
                        compared.file()));
        return lines;
    }

    static List<String> of(Used used) {
        String id = used.ref().snapshot().abbreviated();
        return List.of(
                used.changed()
                        ? "Snapshot %s; commit %s".formatted(id, used.file())
                        : "Up to date: %s points at %s already".formatted(used.file(), id));
    }

    static List<String> of(Started started) {
        return List.of(
                "PostgreSQL %d runs at 127.0.0.1:%d".formatted(started.major(), started.port()),
                "User and password are in " + started.connectionFile());
    }

    static List<String> of(List<Listed> profiles) {
        List<String> lines = new ArrayList<>();
        lines.add(row("profile", "kind", "snapshot", "age", "size", "migration", "cached"));
        Instant now = Instant.now();
        for (Listed profile : profiles) {
            lines.add(row(
                    profile.name(),
                    profile.kind().toString(),
                    profile.ref() == null ? "-" : profile.ref().snapshot().abbreviated(),
                    profile.ref() == null ? "-" : Words.age(profile.ref().takenAt(), now),
                    profile.bytes() == null ? "-" : Words.size(profile.bytes()),
                    profile.ref() == null || profile.ref().migrationVersion() == null
                            ? "-"
                            : profile.ref().migrationVersion(),
                    profile.cached() == null ? "-" : profile.cached() ? "yes" : "no"));
        }
        return lines;
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-20s %-14s %-12s %-10s %10s  %-9s %s", cells)
                .stripTrailing();
    }

    private static String name(@Nullable SnapshotId snapshot) {
        return snapshot == null ? "the profile's scripts" : "snapshot " + snapshot.abbreviated();
    }
}
