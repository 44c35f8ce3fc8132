package dev.migrator.profile.store;

import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.internal.Crew;
import dev.migrator.profile.internal.StepProgress;
import dev.migrator.profile.internal.Worker;
import java.util.Map;

/** Brings all packs of a snapshot into the cache, several at a time. */
final class PackFetch {

    /** What fills an ordinary line to a store that is far away. */
    private static final int AT_ONCE = 4;

    private final ProfileSpace space;
    private final PackDownload download;
    private final ProgressListener listener;

    PackFetch(ProfileSpace space, PackDownload download, ProgressListener listener) {
        this.space = space;
        this.download = download;
        this.listener = listener.calm();
    }

    /** @param lengths for each pack, how many of its bytes are needed */
    void fetch(Map<String, Long> lengths) {
        long total = lengths.values().stream().mapToLong(Long::longValue).sum();
        StepProgress progress = StepProgress.start(listener, "fetching packs", total);
        Crew<Map.Entry<String, Long>> crew = new Crew<>(
                "fetch of " + space.profile(),
                AT_ONCE,
                () -> new Porter(progress),
                () -> new StoreException.Stopped(space.location()));
        crew.run(lengths.entrySet());
    }

    /** Brings one pack after another; an interrupt is enough to make it stop. */
    private final class Porter implements Worker<Map.Entry<String, Long>> {

        private final StepProgress progress;

        Porter(StepProgress progress) {
            this.progress = progress;
        }

        @Override
        public void work(Map.Entry<String, Long> pack) {
            download.require(pack.getKey(), pack.getValue());
            progress.add(pack.getValue());
        }

        @Override
        public void abort() {}

        @Override
        public void close() {}
    }
}
