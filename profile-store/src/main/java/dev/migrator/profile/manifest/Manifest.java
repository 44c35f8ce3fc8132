package dev.migrator.profile.manifest;

import dev.migrator.catalog.Catalog;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.store.Chunk;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a snapshot is: what was in the database and the media folders, and where each byte of it lies in the store. Its hash is
 * the snapshot's id.
 *
 * @param format of the store, 1
 * @param requires what a reader must know beyond the format, each a word and the first version that knows it: {@code word/1.2.0}; a
 *     reader refuses words that it does not know
 * @param writer name and version of the program that wrote it
 * @param profile the profile it belongs to
 * @param takenAt when the source's state was seen, UTC
 * @param migrationVersion the newest migration that the data contain; null where nobody could tell
 * @param masking what was decided about personal data
 * @param parent the snapshot that the profile's ref pointed at when this one was taken; null for the first one
 * @param catalog the schema: objects as they were defined, and the statements that make them anew
 * @param extensions the version of each extension that the catalog has
 * @param tables the rows, one entry for each table that holds rows itself
 * @param sequences where each sequence stood
 * @param largeObjects what {@code pg_largeobject} held
 * @param media one tree for each media folder
 */
public record Manifest(
        int format,
        List<String> requires,
        String writer,
        String profile,
        Instant takenAt,
        @Nullable String migrationVersion,
        MaskingRecord masking,
        @Nullable SnapshotId parent,
        Catalog catalog,
        List<ExtensionVersion> extensions,
        List<TableContent> tables,
        List<SequenceState> sequences,
        List<LargeObject> largeObjects,
        List<MediaTree> media) {

    public static final int FORMAT = 1;

    public Manifest {
        requires = List.copyOf(requires);
        extensions = List.copyOf(extensions);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        largeObjects = List.copyOf(largeObjects);
        media = List.copyOf(media);
    }

    /** Every chunk of the snapshot: the tables', the large objects' and the files'; one that is used twice comes twice. */
    public Stream<Chunk> chunks() {
        return Stream.of(
                        tables.stream().flatMap(table -> table.chunks().stream()),
                        largeObjects.stream().flatMap(object -> object.chunks().stream()),
                        media.stream().flatMap(tree -> tree.entries().stream()).flatMap(e -> e.chunks().stream()))
                .flatMap(Function.identity());
    }

    /** The ids of the packs that hold them, in the order of their first use. */
    public Set<String> packs() {
        return chunks().map(Chunk::pack).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What was decided about personal data.
     *
     * @param personalData {@code none}, {@code masked} or {@code raw}
     * @param digest SHA-256 over all mask expressions; null where nothing was masked
     */
    public record MaskingRecord(
            String personalData, @Nullable String digest) {}
}
