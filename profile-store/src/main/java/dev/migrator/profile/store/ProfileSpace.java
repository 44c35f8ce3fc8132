package dev.migrator.profile.store;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.ManifestCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of an object store that belongs to one profile, in format 1: all its keys begin with the profile's name, so that deleting,
 * permitting and listing end at this prefix. Immutable; safe for use by several threads.
 */
public final class ProfileSpace {

    private static final Pattern MANIFEST_KEY = Pattern.compile(".*/snapshots/([0-9a-f]{64})\\.json\\.zst");

    private final ObjectStore store;
    private final ProfileName profile;

    public ProfileSpace(ObjectStore store, ProfileName profile) {
        this.store = store;
        this.profile = profile;
    }

    public ProfileName profile() {
        return profile;
    }

    /** What messages call this space: {@code s3://bucket/prefix/customer1}. */
    public String location() {
        return store.location() + "/" + profile;
    }

    /**
     * Makes sure that the space is of the format that is written here, and marks a new one with it.
     *
     * @throws StoreException.TooNew where it is of another format
     */
    public void prepare() {
        new FormatMark(store, profile + "/store.json").require();
    }

    /**
     * Reads what a snapshot is made of.
     *
     * @throws StoreException.Missing where the store does not have it
     * @throws StoreException.Corrupt where the bytes are not those that the id stands for
     * @throws StoreException.TooNew where a newer version wrote it
     */
    public Manifest manifest(SnapshotId id) {
        return decoded(id, manifestFile(id), locationOf(id));
    }

    /** What a manifest's file holds, wherever it lay; see {@link #manifest}. */
    Manifest decoded(SnapshotId id, byte[] file, String where) {
        Manifest manifest = ManifestCodec.decode(id, file, where);
        if (!manifest.profile().equals(profile.value())) {
            throw new StoreException.Corrupt(
                    "the snapshot is not of this profile but of " + manifest.profile(),
                    where,
                    "Somebody copied it here; take one of " + profile + " itself: mvn migrator:use -Dprofile=" + profile
                            + " -Dmigrator.snapshot=latest",
                    null);
        }
        return manifest;
    }

    /** The manifest's file as it lies in the store, not checked. */
    byte[] manifestFile(SnapshotId id) {
        try {
            return read(manifestKey(id));
        } catch (StoreException.NothingThere e) {
            throw e;
        } catch (StoreException.Missing e) {
            throw new StoreException.Missing(
                    "the store has no such snapshot",
                    locationOf(id),
                    "Check that snapshot.json is as it was committed and that migrator.store is where it was uploaded to,"
                            + " or take the newest one that is there: mvn migrator:use -Dprofile=" + profile
                            + " -Dmigrator.snapshot=latest",
                    e);
        }
    }

    /** Writes the manifest, by which the snapshot exists. Every pack that it names must have been put. */
    public SnapshotId publish(Manifest manifest) {
        if (!manifest.profile().equals(profile.value())) {
            throw new IllegalArgumentException("a manifest of " + manifest.profile() + " in the space of " + profile);
        }
        ManifestCodec.Encoded encoded = ManifestCodec.encode(manifest);
        store.put(manifestKey(encoded.id()), encoded.file(), false);
        return encoded.id();
    }

    /** The snapshots that are there, newest first; asks for the listing only. */
    public List<SnapshotSummary> snapshots() {
        return store.list(profile + "/snapshots/").stream()
                .flatMap(object -> {
                    Matcher key = MANIFEST_KEY.matcher(object.key());
                    return key.matches()
                            ? List.of(
                                    new SnapshotSummary(new SnapshotId(key.group(1)), object.size(), object.modified()))
                                    .stream()
                            : List.<SnapshotSummary>of().stream();
                })
                .sorted(Comparator.comparing(SnapshotSummary::published)
                        .reversed()
                        .thenComparing(summary -> summary.id().sha256()))
                .toList();
    }

    /** The chunks of the newest snapshots, as far as their packs are there. */
    public KnownChunks knownChunks() {
        return new ChunksOfSnapshots(this).find();
    }

    /** Says to others that somebody is uploading, until the lease is closed or its time is over. */
    public Lease lease(Duration time) {
        return Lease.take(store, profile + "/leases/", time);
    }

    /** {@code <profile>/packs/<id>}. */
    public String packKey(String id) {
        return profile + "/packs/" + id;
    }

    void putPack(String id, Path pack) {
        store.put(packKey(id), pack, false);
    }

    InputStream pack(String id) {
        return store.get(packKey(id), null);
    }

    /** The ids of the packs that are there. */
    Set<String> packs() {
        int prefix = packKey("").length();
        return store.list(packKey("")).stream()
                .map(object -> object.key().substring(prefix))
                .collect(Collectors.toSet());
    }

    /** Where a pack lies, for messages. */
    String locationOfPack(String id) {
        return store.location() + "/" + packKey(id);
    }

    String locationOf(SnapshotId id) {
        return store.location() + "/" + manifestKey(id);
    }

    private String manifestKey(SnapshotId id) {
        return profile + "/snapshots/" + id + ".json.zst";
    }

    private byte[] read(String key) {
        try (InputStream in = store.get(key, null)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw StoreException.brokenOff(store.location() + "/" + key, e);
        }
    }
}
