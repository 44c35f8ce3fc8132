package dev.migrator.profile.media;

import dev.migrator.profile.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The media folders of one target: checked before a restore begins, staged beside their places, put in place after the database is. */
public final class MediaFolders {

    /** One step for one folder. */
    @FunctionalInterface
    private interface Step {
        void run(MediaPlace place) throws IOException;
    }

    private final Disk disk;
    private final Map<String, Path> places;
    private final String target;

    /**
     * @param places by the name of the media folder
     * @param target the name of the database that the folders belong to; not its server, whose port may change
     */
    public MediaFolders(Disk disk, Map<String, Path> places, String target) {
        this.disk = disk;
        this.places = new TreeMap<>(places);
        this.target = target;
        checkApart();
    }

    /**
     * Looks before anything is written.
     *
     * @throws MediaException where a folder holds what migrator did not put there
     */
    public void check() {
        places.values().forEach(path -> each(path, MediaPlace::check));
    }

    /**
     * Writes the next content of all folders beside them.
     *
     * @param restore identifies the run that the database's marker will name
     */
    public void stage(MediaContent content, String restore) {
        places.forEach((name, path) -> each(path, place -> place.stage(name, content, restore)));
    }

    /**
     * Puts in place what was staged for a restore whose database is there, and leaves alone what came with any other.
     *
     * @param restore named by the marker of the target as it is now
     */
    public void complete(String restore) {
        places.values().forEach(path -> each(path, place -> place.complete(restore)));
    }

    /**
     * Brings all folders to where the database is: what was staged for the restore that its marker names goes in, anything else goes away.
     *
     * @param restore named by the marker of the target as it is now; null where it carries none
     */
    public void settle(@Nullable String restore) {
        places.values().forEach(path -> each(path, place -> place.settle(restore)));
    }

    /**
     * As {@link #settle}, for the run whose database has just been put in place.
     *
     * @throws MediaException saying so, where a folder cannot follow it
     */
    public void settleAfterSwap(String restore) {
        try {
            settle(restore);
        } catch (MediaException e) {
            throw e.afterSwap();
        }
    }

    private void each(Path path, Step step) {
        try {
            step.run(new MediaPlace(disk, path, target));
        } catch (IOException e) {
            throw MediaException.failed(path, e);
        }
    }

    private void checkApart() {
        List<Path> paths = places.values().stream()
                .map(path -> path.toAbsolutePath().normalize())
                .toList();
        for (Path one : paths) {
            if (paths.stream().filter(other -> other.startsWith(one)).count() > 1) {
                throw new MediaException(
                        "a media folder lies inside another",
                        one.toString(),
                        "Give each media folder a place of its own",
                        null);
            }
        }
    }
}
