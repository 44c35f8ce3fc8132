package dev.migrator.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.disk.DiskException;
import dev.migrator.profile.internal.RecordJson;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The file {@code snapshot.json} of a profile: a {@link Ref} as JSON that reads well in a diff, at most 1 KB. */
public final class RefFile {

    private static final int LARGEST = 1024;

    private static final JsonMapper JSON = RecordJson.mapper();
    private static final ObjectWriter PRETTY =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private RefFile() {}

    /** What must be known before the rest can be understood. */
    private record Header(int format) {}

    /**
     * Reads a ref that has to be there.
     *
     * @throws RefException where there is none, or it is not what {@link #write} wrote
     * @throws StoreException.TooNew where a newer version wrote it
     */
    public static Ref read(Path file) {
        return find(file).orElseThrow(() -> RefException.absent(file));
    }

    /** Reads a ref; empty where the profile has none yet. See {@link #read}. */
    public static Optional<Ref> find(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(parse(in.readNBytes(LARGEST + 1), file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw RefException.unreadable(file, e);
        }
    }

    /**
     * Writes a ref in place of what is there.
     *
     * @throws DiskException where the folder has no room or is not ours to write to
     */
    public static void write(Path file, Ref ref, Disk disk) {
        try {
            disk.replace(file, bytes(ref));
        } catch (IOException e) {
            throw DiskException.writing(file, "set migrator.profilesDirectory to another folder", e);
        }
    }

    private static byte[] bytes(Ref ref) {
        try {
            byte[] bytes = (PRETTY.writeValueAsString(ref) + "\n").getBytes(StandardCharsets.UTF_8);
            if (bytes.length > LARGEST) {
                throw new IllegalArgumentException("a ref is at most " + LARGEST + " bytes, not " + bytes.length);
            }
            return bytes;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ref parse(byte[] bytes, Path file) throws IOException {
        if (bytes.length > LARGEST) {
            throw RefException.malformed(file, "it is larger than 1 KB", null);
        }
        try {
            int format = JSON.readValue(bytes, Header.class).format();
            if (format != Manifest.FORMAT) {
                throw new StoreException.TooNew(
                        "the ref is of format " + format + ", and this version reads format " + Manifest.FORMAT,
                        file.toString(),
                        "Use the version of migrator that wrote it, or a newer one");
            }
            return JSON.readValue(bytes, Ref.class);
        } catch (JsonMappingException e) {
            throw RefException.malformed(
                    file,
                    e.getPath().isEmpty()
                            ? "a field is missing or wrong"
                            : "'" + e.getPath().get(0).getFieldName() + "' is missing or wrong",
                    e);
        } catch (JsonProcessingException e) {
            throw RefException.malformed(file, "line " + e.getLocation().getLineNr() + " is not JSON", e);
        }
    }
}
