package dev.migrator.profile.capture;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Makes sure that a name is read as it is: a JVM in an ASCII locale, or a name that is no text in any, gives a name that opens the file
 * here and would name another one in a restore.
 */
final class MediaNames {

    private MediaNames() {}

    /**
     * The name as text that names the same file again.
     *
     * @param place where it was found, for messages
     * @throws CaptureException.MediaUnreadable where there is no such text
     */
    static String text(Path name, Path place) {
        String text = name.toString();
        if (!namesAgain(text, name)) {
            throw new CaptureException.MediaUnreadable(
                    "a file's name is not text in this JVM's encoding (" + System.getProperty("sun.jnu.encoding") + ")",
                    place + ": " + text,
                    "Run with the environment variable LC_ALL=C.UTF-8; or rename the file, if its name is not UTF-8",
                    null);
        }
        return text;
    }

    private static boolean namesAgain(String text, Path name) {
        try {
            return name.getFileSystem().getPath(text).equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
