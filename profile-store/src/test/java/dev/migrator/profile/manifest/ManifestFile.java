package dev.migrator.profile.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.internal.Sha256;

/** The file of a manifest whose text was written by hand, as another version of migrator might write it. */
public record ManifestFile(String json) {

    /** The file of a manifest as this version writes it. */
    public static ManifestFile of(Manifest manifest) {
        byte[] plain = Zstd.decompress(ManifestCodec.encode(manifest).file(), 1 << 24);
        return new ManifestFile(new String(plain, UTF_8));
    }

    /** The same with a piece of its text changed. */
    public ManifestFile replace(String text, String other) {
        if (!json.contains(text)) {
            throw new IllegalArgumentException("no " + text + " in " + json);
        }
        return new ManifestFile(json.replace(text, other));
    }

    public SnapshotId id() {
        return new SnapshotId(Sha256.hex(json));
    }

    public byte[] bytes() {
        return Zstd.compress(json.getBytes(UTF_8));
    }
}
