package dev.migrator.profile;

import dev.migrator.error.MigratorException;
import java.util.regex.Pattern;

/** The identity of a snapshot: the SHA-256 of its manifest's plain bytes, as 64 hexadecimal digits. So an id pins every byte. */
public record SnapshotId(String sha256) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public SnapshotId {
        if (!HEX.matcher(sha256).matches()) {
            throw new MigratorException(
                    "not a snapshot id",
                    '\'' + sha256 + '\'',
                    "Give the 64 hexadecimal digits that snapshot.json holds");
        }
    }

    /** The first twelve digits, for people. */
    public String abbreviated() {
        return sha256.substring(0, 12);
    }

    @Override
    public String toString() {
        return sha256;
    }
}
