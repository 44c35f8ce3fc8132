package dev.migrator.core;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.load.AccessPolicy;
import dev.migrator.profile.load.RestoreSnapshot;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.manifest.TableContent;
import dev.migrator.profile.media.MediaPlacement;
import dev.migrator.profile.media.SnapshotMedia;
import dev.migrator.profile.store.PackCache;

/** The content of a profile whose ref points at a snapshot. */
final class SnapshotContent {

    private SnapshotContent() {}

    /** @param cache of the profile's packs, in use until the restore is done */
    static ProfileContent of(
            Settings settings, PinnedSnapshot pinned, PackCache cache, boolean embedded, ProgressListener listener) {
        Manifest manifest = pinned.manifest();
        AccessPolicy access = new AccessPolicy(
                embedded || settings.get(SettingKeys.CREATE_ROLES),
                LeftOut.of(settings),
                settings.get(SettingKeys.SUBSCRIPTIONS));
        return new ProfileContent(
                pinned.id(),
                new RestoreSnapshot(manifest, cache, access, settings.get(SettingKeys.JOBS), listener),
                new MediaPlacement(
                        new MediaPlaces(settings).of(manifest.media().stream().map(MediaTree::name)),
                        new SnapshotMedia(manifest.media(), cache)),
                manifest.tables().size(),
                manifest.tables().stream().mapToLong(TableContent::rows).sum(),
                manifest.media().stream()
                        .flatMap(tree -> tree.entries().stream())
                        .filter(entry -> entry.kind() == MediaTree.Kind.FILE)
                        .count());
    }
}
