package dev.migrator.profile.capture;

import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.store.Chunk;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** A media folder, and what a reader gives of it. */
final class MediaRoom {

    private static final String PACK = "0".repeat(32);

    private final Path folder;
    private final ByteArrayOutputStream stored = new ByteArrayOutputStream();
    private final List<Path> gone = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    MediaRoom(Path folder) {
        this.folder = folder;
    }

    /** Has something happen whenever a piece was read. */
    void whileReading(Runnable what) {
        meanwhile = what;
    }

    MediaTree read() {
        return read(folder);
    }

    /** Reads another folder. */
    MediaTree read(Path other) {
        return new MediaReader(this::store, gone::add).read(new MediaFolder("uploads", other));
    }

    /** All bytes that were read, in their order. */
    byte[] stored() {
        return stored.toByteArray();
    }

    /** The files that were not there any more. */
    List<Path> gone() {
        return gone;
    }

    static MediaTree.Entry entry(MediaTree tree, String path) {
        return tree.entries().stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private Chunk store(byte[] plain, int offset, int length, long rows) {
        stored.write(plain, offset, length);
        meanwhile.run();
        String sha256 = DigestUtils.sha256Hex(Arrays.copyOfRange(plain, offset, offset + length));
        return new Chunk(sha256, PACK, 0, length, length, rows);
    }
}
