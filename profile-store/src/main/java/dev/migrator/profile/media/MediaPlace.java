package dev.migrator.profile.media;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.internal.RecordJson;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is replaced together with a database, and what lies beside it meanwhile.
 *
 * <pre>
 * uploads                     the folder
 * .uploads.migrator           says that migrator has put it there
 * .uploads.migrator-new       the next content
 * .uploads.migrator-pending   says which restore the next content belongs to: it goes in when the database carries that restore's marker
 * .uploads.migrator-old       the former content, for a moment
 * </pre>
 *
 * Whatever step a run was killed at, {@link #settle} brings the folder to where the database is.
 */
final class MediaPlace {

    private static final JsonMapper JSON = RecordJson.mapper();

    private static final String MARK = ".migrator";
    private static final String PENDING = "-pending";

    private static final int LONGEST_CHAIN = 40;

    private final Disk disk;
    private final Path place;
    private final String target;

    /** @param target the name of the database that the folder belongs to; not its server, whose port may change */
    MediaPlace(Disk disk, Path place, String target) throws IOException {
        this.disk = disk;
        this.place = withoutLinks(place.toAbsolutePath().normalize());
        this.target = target;
    }

    /** Which restore a folder or its next content came with. */
    record Sign(String restore, String target) {}

    /**
     * Makes nothing, since a dry run looks too.
     *
     * @throws MediaException where the folder is not ours to replace, or cannot be made
     */
    void check() throws IOException {
        requireWritable(parent());
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(place)) {
                throw MediaException.noFolder(place);
            }
            if (!Files.exists(beside("")) && !isEmpty()) {
                throw MediaException.foreign(place);
            }
            if (!Files.getFileStore(place).equals(Files.getFileStore(place.resolveSibling(".")))) {
                throw MediaException.mountPoint(place);
            }
        }
        Optional<Sign> pending = pending();
        if (pending.isPresent() && !pending.get().target().equals(target)) {
            throw MediaException.ofAnother(place, pending.get().target());
        }
    }

    /**
     * Writes the next content, without touching the folder.
     *
     * @param restore what the database's marker will say
     */
    void stage(String name, MediaContent content, String restore) throws IOException {
        Path staged = beside("-new");
        Files.createDirectories(parent());
        disk.delete(staged);
        Files.createDirectory(staged);
        content.writeInto(name, staged);
        disk.replace(beside(PENDING), JSON.writeValueAsBytes(new Sign(restore, target)));
    }

    /** What was staged beside a folder and not put in place; empty where nothing was. */
    static Optional<Sign> stagedAt(Path folder) throws IOException {
        Path file = beside(withoutLinks(folder.toAbsolutePath().normalize()), PENDING);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readAllBytes(file), Sign.class))
                : Optional.empty();
    }

    /** The folder that a file beside it is about, by its name; empty where the file says nothing of anything staged. */
    static Optional<Path> folderOf(Path file) {
        String name = String.valueOf(file.getFileName());
        String end = MARK + PENDING;
        return name.startsWith(".") && name.endsWith(end)
                ? Optional.of(file.resolveSibling(name.substring(1, name.length() - end.length())))
                : Optional.empty();
    }

    /** Does as {@link #settle} where the content that waits came with that restore, and else nothing. */
    void complete(String restore) throws IOException {
        if (pending().filter(new Sign(restore, target)::equals).isPresent()) {
            settle(restore);
        }
    }

    /**
     * Brings the folder to where the database is; does nothing where nothing is under way, or a restore of another target.
     *
     * @param restore the one that the target's marker names now; null where it carries none
     */
    void settle(@Nullable String restore) throws IOException {
        Optional<Sign> pending = pending();
        if (pending.isPresent() && !pending.get().target().equals(target)) {
            return;
        }
        boolean committed = pending.isPresent() && pending.get().restore().equals(restore);
        if (committed && Files.exists(beside("-new"))) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                disk.delete(beside("-old"));
                disk.move(place, beside("-old"));
            }
            disk.move(beside("-new"), place);
        }
        if (committed) {
            disk.replace(beside(""), JSON.writeValueAsBytes(pending.get()));
        } else if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS) && Files.exists(beside("-old"))) {
            disk.move(beside("-old"), place);
        }
        disk.delete(beside("-new"));
        disk.delete(beside("-old"));
        disk.delete(beside(PENDING));
    }

    private Path parent() {
        return Objects.requireNonNull(place.getParent(), "a media folder lies in a folder");
    }

    /** What does not exist yet is made in the nearest folder above it that does. */
    private void requireWritable(Path folder) {
        Path above = folder;
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above == null || !Files.isDirectory(above) || !Files.isWritable(above)) {
            throw MediaException.failed(place, new AccessDeniedException(folder.toString()));
        }
    }

    /** A folder may be configured by a link to it; what is renamed is the folder, which may be away for a moment. */
    private static Path withoutLinks(Path path) throws IOException {
        Path real = path;
        for (int hops = 0; Files.isSymbolicLink(real) && hops < LONGEST_CHAIN; hops++) {
            real = real.resolveSibling(Files.readSymbolicLink(real)).normalize();
        }
        return real;
    }

    private Optional<Sign> pending() throws IOException {
        return stagedAt(place);
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.findAny().isEmpty();
        }
    }

    private Path beside(String suffix) {
        return beside(place, suffix);
    }

    private static Path beside(Path folder, String suffix) {
        return folder.resolveSibling("." + folder.getFileName() + MARK + suffix);
    }

    @Override
    public String toString() {
        return place.toString();
    }
}
