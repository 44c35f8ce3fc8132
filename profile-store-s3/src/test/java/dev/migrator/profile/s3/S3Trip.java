package dev.migrator.profile.s3;

import dev.migrator.postgres.Database;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.capture.CaptureRequest;
import dev.migrator.profile.capture.CaptureSnapshot;
import dev.migrator.profile.capture.Captured;
import dev.migrator.profile.capture.Masking;
import dev.migrator.profile.database.BeforeSwap;
import dev.migrator.profile.database.Marker;
import dev.migrator.profile.database.ReplaceDatabase;
import dev.migrator.profile.database.ReplacementRequest;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.load.AccessPolicy;
import dev.migrator.profile.load.RestoreSnapshot;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.media.MediaPlacement;
import dev.migrator.profile.store.PackCache;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.testing.TestS3;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A database's way into a bucket of its own and out of it again, beside itself on the same server. */
final class S3Trip {

    /** How many read at once, each into a pack of its own. */
    static final int JOBS = 2;

    /** A pack is put when it has come to this size. */
    static final long FULL_PACK = 32L << 20;

    private static final ProfileName PROFILE = new ProfileName("customer1");

    private final Database source;
    private final Database target;
    private final Path folder;
    private final ProfileSpace space;
    private @Nullable Captured captured;

    /** @param folder for packs in the making, and for the cache */
    S3Trip(Database source, Path folder) {
        this.source = source;
        this.target = source.named("test_" + source.name());
        this.folder = folder;
        this.space = new ProfileSpace(S3StoreTest.open(TestS3.shared().createBucket() + "/acme"), PROFILE);
    }

    Database target() {
        return target;
    }

    /** What the last upload has captured. */
    Captured captured() {
        return Objects.requireNonNull(captured);
    }

    void upload() {
        captured = new CaptureSnapshot(space, folder.resolve("work"), ProgressListener.NONE)
                .capture(new CaptureRequest(source, Masking.none(), List.of(), null, connection -> null, JOBS));
    }

    /** As on a machine that has seen nothing of the store before. */
    void fetchAndRestore() {
        PackCache cache = new PackCache(folder.resolve("cache"), space, Disk.local());
        Manifest manifest = cache.manifest(captured().id());
        cache.fetch(manifest, ProgressListener.NONE);
        new ReplaceDatabase(Disk.local(), ProgressListener.NONE)
                .replace(new ReplacementRequest(
                        target,
                        null,
                        Marker.now(PROFILE, null),
                        null,
                        false,
                        new RestoreSnapshot(manifest, cache, AccessPolicy.CREATE, JOBS, ProgressListener.NONE),
                        BeforeSwap.NOTHING,
                        MediaPlacement.NONE));
    }
}
