package dev.migrator.profile.media;

import java.io.IOException;
import java.nio.file.Path;

/** Where the files of media folders come from: a snapshot, or folders. */
@FunctionalInterface
public interface MediaContent {

    /**
     * Writes all that the media folder holds, and checks what it has written.
     *
     * @param name of the media folder
     * @param folder an empty folder of ours; nothing outside of it is touched
     */
    void writeInto(String name, Path folder) throws IOException;
}
