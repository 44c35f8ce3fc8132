package dev.migrator.profile.capture;

import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.manifest.MediaTree;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one media folder. It is the first work that is given out once the database's snapshot is taken: an application stores a
 * file before it commits the row that names it, so a folder that is read after the snapshot has every file that its rows name, unless the
 * file was deleted meanwhile. Files that came after the snapshot may be there too.
 */
final class MediaCapture implements CaptureTask {

    private final MediaFolder folder;
    private final ProgressListener listener;
    private @Nullable MediaTree tree;

    MediaCapture(MediaFolder folder, ProgressListener listener) {
        this.folder = folder;
        this.listener = listener;
    }

    /** What the manifest says of it, once the task is done. */
    MediaTree content() {
        return Objects.requireNonNull(tree, "the folder is not read yet");
    }

    @Override
    public String subject() {
        return "media folder " + folder.name();
    }

    @Override
    public void run(SnapshotReader reader) {
        MediaReader files = new MediaReader(
                reader.pieces(), gone -> listener.on(new ProgressEvent.Notice("deleted before it was read: " + gone)));
        tree = files.read(folder);
    }
}
