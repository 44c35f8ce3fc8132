package dev.migrator.profile.manifest;

import dev.migrator.catalog.SecurityLabel;
import dev.migrator.profile.store.Chunk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One large object.
 *
 * @param oid its identity, kept by a restore
 * @param owner the role that owns it
 * @param privileges {@code GRANT} statements
 * @param comment null where it has none
 * @param labels by provider; may be null for none, as in older manifests
 * @param size in bytes
 * @param chunks its content in order
 */
public record LargeObject(
        long oid,
        String owner,
        List<String> privileges,
        @Nullable String comment,
        @Nullable List<SecurityLabel> labels,
        long size,
        List<Chunk> chunks) {

    public LargeObject {
        privileges = List.copyOf(privileges);
        labels = labels == null ? List.of() : List.copyOf(labels);
        chunks = List.copyOf(chunks);
    }

    /** Never null. */
    @Override
    public List<SecurityLabel> labels() {
        return labels == null ? List.of() : labels;
    }
}
