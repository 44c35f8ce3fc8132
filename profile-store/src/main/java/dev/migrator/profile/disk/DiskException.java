package dev.migrator.profile.disk;

import dev.migrator.error.MigratorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file of ours cannot be written: the disk is full, or the folder is not ours to write to. */
public final class DiskException extends MigratorException {

    private static final long serialVersionUID = 1L;

    /** Where less than this is free, a failed write is put down to it even if the system's words are in another language. */
    private static final long NEXT_TO_NOTHING = 64 * 1024;

    private DiskException(String problem, String subject, String fix, IOException cause) {
        super(problem, subject, fix, cause);
    }

    /**
     * In words for a write that failed.
     *
     * @param folder what was written into
     * @param whatToChange how else to end it than by making room, as an imperative clause: {@code set migrator.cacheDirectory to a larger disk}
     */
    public static DiskException writing(Path folder, String whatToChange, IOException cause) {
        Long free = freeBytes(folder);
        if (isFull(cause) || (free != null && free < NEXT_TO_NOTHING)) {
            return new DiskException(
                    "the disk is full",
                    folder + (free == null ? "" : " (" + inWords(free) + " free)"),
                    "Make room there, or " + whatToChange,
                    cause);
        }
        return new DiskException(
                "cannot write (" + reason(cause) + ")",
                folder.toString(),
                "Give the user who runs this the right to write there, or " + whatToChange,
                cause);
    }

    /** Whether the system says that no room or no quota is left. */
    public static boolean isFull(IOException failure) {
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("disk full")
                || words.contains("quota exceeded");
    }

    private static String reason(IOException cause) {
        return cause.getClass().getSimpleName().replace("Exception", "");
    }

    private static @Nullable Long freeBytes(Path folder) {
        for (Path place = folder.toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.exists(place)) {
                try {
                    return Files.getFileStore(place).getUsableSpace();
                } catch (IOException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static String inWords(long bytes) {
        return bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }
}
