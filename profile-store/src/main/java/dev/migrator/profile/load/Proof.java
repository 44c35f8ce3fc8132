package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.postgres.Database;
import dev.migrator.profile.event.ProgressEvent.StepStarted;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.internal.Crew;
import dev.migrator.profile.internal.StepProgress;
import dev.migrator.profile.manifest.LargeObject;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.TableContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Proves that a new database is what a snapshot holds: its catalog, every row, every sequence, every large object. */
final class Proof {

    private final Manifest manifest;
    private final Set<Aspect> leftOut;
    private final Omissions omissions;
    private final Database fresh;
    private final Crew<Job> crew;
    private final ProgressListener listener;

    /**
     * @param leftOut what was not to come along, of any object
     * @param omissions what could not
     */
    Proof(
            Manifest manifest,
            Set<Aspect> leftOut,
            Omissions omissions,
            Database fresh,
            Crew<Job> crew,
            ProgressListener listener) {
        this.manifest = manifest;
        this.leftOut = leftOut;
        this.omissions = omissions;
        this.fresh = fresh;
        this.crew = crew;
        this.listener = listener;
    }

    /** @throws RestoreProofException naming the tables whose rows are others */
    void rows() {
        Differences differences = new Differences();
        StepProgress progress = StepProgress.start(listener, "proving rows", new TableSizes(manifest.tables()).total());
        crew.run(byDestination(manifest.tables()).stream()
                .map(tables -> new RowsProof(tables, progress, differences))
                .toList());
        differences.requireNone();
    }

    /** @throws RestoreProofException naming all other objects that differ */
    void rest() {
        Differences differences = new Differences();
        listener.on(new StepStarted("proving schema, sequences and large objects"));
        List<Job> jobs = new ArrayList<>();
        jobs.add(new CatalogProof(manifest.catalog(), leftOut, omissions, fresh, listener, differences));
        jobs.add(new SequenceProof(manifest.sequences(), differences));
        jobs.add(new LargeObjectListProof(manifest.largeObjects(), leftOut, differences));
        crew.run(jobs);
        differences.requireNone();
        crew.run(batches(manifest.largeObjects()).stream()
                .map(batch -> new LargeObjectProof(batch, differences))
                .toList());
        differences.requireNone();
    }

    /** Large objects by the hundred: enough to share the work out, few enough for one transaction. */
    static List<List<LargeObject>> batches(List<LargeObject> objects) {
        List<List<LargeObject>> batches = new ArrayList<>();
        for (int from = 0; from < objects.size(); from += 100) {
            batches.add(objects.subList(from, Math.min(objects.size(), from + 100)));
        }
        return batches;
    }

    private static Collection<List<TableContent>> byDestination(List<TableContent> tables) {
        return tables.stream()
                .sorted(Comparator.comparingLong(TableContent::bytes).reversed())
                .collect(Collectors.groupingBy(TableContent::loadInto, LinkedHashMap::new, Collectors.toList()))
                .values();
    }
}
