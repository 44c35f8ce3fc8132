package dev.migrator.profile.media;

import java.nio.file.Path;
import java.util.Map;

/**
 * Which media folders are replaced together with a database.
 *
 * @param places by the name of the media folder, where its files belong on this machine
 * @param content where the files come from
 */
public record MediaPlacement(Map<String, Path> places, MediaContent content) {

    /** No media. */
    public static final MediaPlacement NONE = new MediaPlacement(Map.of(), (name, folder) -> {});

    public MediaPlacement {
        places = Map.copyOf(places);
    }
}
