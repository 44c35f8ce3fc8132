package dev.migrator.profile.load;

import dev.migrator.catalog.ExtensionConfiguration;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.internal.Crew;
import dev.migrator.profile.internal.StepProgress;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.TableContent;
import dev.migrator.profile.store.ChunkSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows and large objects of a snapshot, in the order in which they are loaded: the largest table first. */
final class LoadQueue {

    private final Manifest manifest;
    private final ChunkSource chunks;
    private final AccessPolicy access;
    private final ProgressListener listener;

    /** @param access whether owners and privileges of large objects come along */
    LoadQueue(Manifest manifest, ChunkSource chunks, AccessPolicy access, ProgressListener listener) {
        this.manifest = manifest;
        this.chunks = chunks;
        this.access = access;
        this.listener = listener;
    }

    void load(Crew<Job> crew) {
        StepProgress progress = StepProgress.start(listener, "loading rows", new TableSizes(manifest.tables()).total());
        Set<String> ofExtensions = manifest.catalog().configurations().stream()
                .map(ExtensionConfiguration::relation)
                .map(id -> id.schema() + "." + id.name())
                .collect(Collectors.toSet());
        List<Job> jobs = new ArrayList<>();
        List<TableLoad> extensions = new ArrayList<>();
        for (TableContent table : largestFirst()) {
            if (ofExtensions.contains(table.schema() + "." + table.name())) {
                extensions.add(new TableLoad(table, true, chunks, progress, listener));
            } else {
                jobs.add(new TableLoad(table, false, chunks, progress, listener));
            }
        }
        Proof.batches(manifest.largeObjects()).forEach(batch -> jobs.add(new LargeObjectLoad(batch, chunks, access)));
        crew.run(jobs);
        if (!extensions.isEmpty()) {
            crew.run(new ExtensionRows(extensions));
        }
    }

    private List<TableContent> largestFirst() {
        return manifest.tables().stream()
                .sorted(Comparator.comparingLong(TableContent::bytes).reversed())
                .toList();
    }
}
