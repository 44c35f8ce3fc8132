package dev.migrator.profile.capture;

import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.DatabaseState;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.database.Marker;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.internal.Writer;
import dev.migrator.profile.manifest.ExtensionVersion;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.SequenceState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a capture has to read, found and checked before the first byte is sent, and put together when it has been read.
 *
 * <p>Not safe for use by several threads; its tasks are.
 */
final class CapturePlan {

    private final CaptureRequest request;
    private final SnapshotSession session;
    private final List<SourceTable> sources;
    private final List<ExtensionVersion> extensions;
    private final List<SequenceState> sequences;
    private final @Nullable String migrationVersion;
    private final List<TableCapture> tables = new ArrayList<>();
    private final List<LargeObjectCapture> largeObjects;
    private final List<MediaCapture> media = new ArrayList<>();

    /** @throws CaptureException where the masking or the media folders do not fit what is there */
    CapturePlan(CaptureRequest request, SnapshotSession session, ProgressListener listener) throws SQLException {
        this.request = request;
        this.session = session;
        this.sources = SourceTables.of(session);
        this.extensions = ExtensionReader.read(session.connection(), session.catalog());
        try (Connection now = request.source().connect()) {
            this.sequences = SequenceReader.read(now, session.catalog());
        }
        MaskPlan masks = MaskPlan.of(request.masking(), session, sources);
        for (SourceTable table : bySize(sources)) {
            tables.add(new TableCapture(table, masks.masksOf(table), listener));
        }
        this.largeObjects = LargeObjectCapture.of(LargeObjectListing.all(session.connection()));
        for (MediaFolder folder : request.media()) {
            MediaReader.requireFolder(folder);
            media.add(new MediaCapture(folder, listener));
        }
        this.migrationVersion = request.migrationVersion().version(session.connection());
    }

    /** In the order in which to begin them: the files first, then the largest tables, so that the workers end at the same time. */
    List<CaptureTask> tasks() {
        List<CaptureTask> tasks = new ArrayList<>(media);
        tables.forEach(table -> tasks.addAll(table.tasks()));
        tasks.addAll(largeObjects);
        return tasks;
    }

    /** How many bytes the tables' files have. */
    long expectedBytes() {
        return sources.stream().mapToLong(table -> table.size().bytes()).sum();
    }

    /** What would be captured as it is although the rows are masked, in words; empty where there is nothing. */
    String unmasked() {
        List<String> kinds = new ArrayList<>();
        if (!largeObjects.isEmpty()) {
            kinds.add("large objects");
        }
        if (!media.isEmpty()) {
            kinds.add("media folders");
        }
        return request.masking().masks().isEmpty() ? "" : String.join(" and ", kinds);
    }

    /** The snapshot, once all tasks are done. */
    Manifest manifest(ProfileName profile) {
        return new Manifest(
                Manifest.FORMAT,
                List.of(),
                Writer.name(),
                profile.value(),
                session.takenAt().truncatedTo(ChronoUnit.MILLIS),
                migrationVersion,
                new Manifest.MaskingRecord(
                        request.masking().decision().word(), request.masking().digest()),
                request.parent(),
                ownCatalog(session.catalog()),
                extensions,
                tables.stream()
                        .map(TableCapture::content)
                        .sorted(Comparator.comparing(table -> table.schema() + '\0' + table.name()))
                        .toList(),
                sequences,
                largeObjects.stream().flatMap(task -> task.content().stream()).toList(),
                media.stream().map(MediaCapture::content).toList());
    }

    private static List<SourceTable> bySize(List<SourceTable> tables) {
        return tables.stream()
                .sorted(Comparator.comparing((SourceTable table) -> table.size().bytes())
                        .reversed())
                .toList();
    }

    /** Without what holds only in the source: OIDs, and the mark of a source that was itself restored. */
    private static Catalog ownCatalog(Catalog catalog) {
        DatabaseState database = catalog.database();
        return new Catalog(
                catalog.server(),
                database.withComment(Marker.strip(database.comment())),
                catalog.objects(),
                catalog.plan(),
                List.of(),
                catalog.sequences(),
                catalog.configurations());
    }
}
