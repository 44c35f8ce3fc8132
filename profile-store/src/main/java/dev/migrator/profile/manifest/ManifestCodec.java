package dev.migrator.profile.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.internal.RecordJson;
import dev.migrator.profile.internal.Sha256;
import dev.migrator.profile.store.StoreException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as the file that lies in the store: JSON, compressed with zstd. Equal manifests give equal JSON, whose SHA-256 is the
 * snapshot's id.
 */
public final class ManifestCodec {

    /** What this version can do beyond format 1: nothing yet. */
    private static final Set<String> UNDERSTOOD = Set.of();

    private static final JsonMapper JSON = RecordJson.mapper();
    private static final ObjectWriter WRITER = JSON.writerFor(Manifest.class).with(new OneObjectALine());
    private static final ObjectReader READER = JSON.readerFor(Manifest.class);
    private static final ObjectReader HEADER = JSON.readerFor(Header.class);

    private ManifestCodec() {}

    /** A manifest's id and the bytes of its file. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once to be written, never compared or changed
    public record Encoded(SnapshotId id, byte[] file) {}

    /** What must be known before the rest can be understood; written by every version of every format. */
    private record Header(
            int format,
            @Nullable List<String> requires,
            @Nullable String writer) {}

    public static Encoded encode(Manifest manifest) {
        MessageDigest digest = Sha256.newDigest();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStreamNoFinalizer(file, 3);
                OutputStream plain = new BufferedOutputStream(new DigestOutputStream(zstd, digest), 1 << 16)) {
            WRITER.writeValue(plain, manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Encoded(new SnapshotId(HexFormat.of().formatHex(digest.digest())), file.toByteArray());
    }

    /**
     * Reads a manifest's file; nothing of it is interpreted before its hash is found to be the id.
     *
     * @param where names the file in messages
     * @throws StoreException.Corrupt where the bytes are not those that the id stands for
     * @throws StoreException.TooNew where this version does not understand them
     */
    public static Manifest decode(SnapshotId id, byte[] file, String where) {
        requireHash(id, file, where);
        try {
            requireUnderstood(HEADER.readValue(plain(file)), where);
            return READER.readValue(plain(file));
        } catch (JsonProcessingException e) {
            throw new StoreException.Corrupt(
                    "the manifest is not what format 1 says (" + place(e) + ")",
                    where,
                    "Its hash is right, so it was written like this: report it to those who wrote the snapshot",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireHash(SnapshotId id, byte[] file, String where) {
        MessageDigest digest = Sha256.newDigest();
        IOException failure = null;
        try (InputStream plain = new DigestInputStream(plain(file), digest)) {
            plain.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            failure = e;
        }
        if (failure != null || !HexFormat.of().formatHex(digest.digest()).equals(id.sha256())) {
            throw new StoreException.Corrupt(
                    "the snapshot's manifest is damaged or was altered",
                    where,
                    "Its hash is not the snapshot's id: bring it back from a backup of the store, or point the ref at another"
                            + " snapshot with migrator:use",
                    failure);
        }
    }

    private static void requireUnderstood(Header header, String where) {
        String newer = header.writer() == null
                ? "Use a newer migrator"
                : "Use " + header.writer() + ", which wrote it, or a newer one";
        if (header.format() != Manifest.FORMAT) {
            throw new StoreException.TooNew(
                    "the snapshot is of format " + header.format() + ", and this version reads format "
                            + Manifest.FORMAT,
                    where,
                    newer);
        }
        for (String requirement : header.requires() == null ? List.<String>of() : header.requires()) {
            String[] wordAndVersion = requirement.split("/", 2);
            if (!UNDERSTOOD.contains(wordAndVersion[0])) {
                throw new StoreException.TooNew(
                        "the snapshot requires '" + wordAndVersion[0] + "', which this version does not know",
                        where,
                        wordAndVersion.length == 2 ? "Use migrator " + wordAndVersion[1] + " or newer" : newer);
            }
        }
    }

    private static InputStream plain(byte[] file) throws IOException {
        return new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(file));
    }

    /** Where the parser stopped; its message would quote the document. */
    private static String place(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return "at "
                    + mapping.getPath().stream()
                            .map(step ->
                                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                            .collect(Collectors.joining("."));
        }
        return e.getLocation() == null
                ? "no place known"
                : "in line " + e.getLocation().getLineNr();
    }
}
