package dev.migrator.profile.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.SecurityLabel;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.manifest.ManifestCodec.Encoded;
import dev.migrator.profile.store.Chunk;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ManifestProperties {

    @Property(tries = 300)
    void every_manifest_is_read_as_it_was_written_and_its_id_does_not_change(@ForAll("manifests") Manifest manifest) {
        Encoded written = ManifestCodec.encode(manifest);

        Manifest read = ManifestCodec.decode(written.id(), written.file(), "here");

        assertThat(read).isEqualTo(manifest);
        assertThat(ManifestCodec.encode(read).id()).isEqualTo(written.id());
    }

    @Property(tries = 100)
    void manifests_that_differ_have_ids_that_differ(
            @ForAll("manifests") Manifest one, @ForAll("manifests") Manifest other) {
        assertThat(ManifestCodec.encode(one)
                        .id()
                        .equals(ManifestCodec.encode(other).id()))
                .isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<Manifest> manifests() {
        Arbitrary<Manifest> base = chunks().map(SampleManifest::with);
        return Combinators.combine(
                        base,
                        times(),
                        names().injectNull(0.3),
                        ids().injectNull(0.3),
                        tables().list().ofMaxSize(4),
                        largeObjects().list().ofMaxSize(3),
                        media().list().ofMaxSize(2),
                        names())
                .as((manifest, time, version, parent, tables, objects, media, personalData) -> new Manifest(
                        manifest.format(),
                        manifest.requires(),
                        manifest.writer(),
                        manifest.profile(),
                        time,
                        version,
                        new Manifest.MaskingRecord(personalData, version),
                        parent,
                        manifest.catalog(),
                        List.of(new ExtensionVersion(personalData, String.valueOf(version))),
                        tables,
                        List.of(new SequenceState(personalData, "s", tables.size(), parent == null)),
                        objects,
                        media));
    }

    private static Arbitrary<TableContent> tables() {
        return Combinators.combine(
                        names(), names(), names().list().ofMaxSize(3), names().injectNull(0.5), counts(), chunks())
                .as((schema, name, columns, condition, rows, chunks) ->
                        new TableContent(schema, name, name, columns, "text", condition, rows, rows, "0", chunks));
    }

    private static Arbitrary<LargeObject> largeObjects() {
        return Combinators.combine(
                        counts(), names(), names().list().ofMaxSize(2), names().injectNull(0.5), labels(), chunks())
                .as((oid, owner, privileges, comment, labels, chunks) ->
                        new LargeObject(oid, owner, privileges, comment, labels, oid, chunks));
    }

    private static Arbitrary<List<SecurityLabel>> labels() {
        return Combinators.combine(names().injectNull(0.5), names(), names())
                .as(SecurityLabel::new)
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<MediaTree> media() {
        Arbitrary<MediaTree.Entry> entries = Combinators.combine(
                        names(),
                        Arbitraries.of(MediaTree.Kind.class),
                        names().injectNull(0.5),
                        names().injectNull(0.5),
                        times(),
                        chunks())
                .as((path, kind, target, permissions, time, chunks) ->
                        new MediaTree.Entry(path, kind, target, permissions, time, 0, chunks));
        return Combinators.combine(names(), entries.list().ofMaxSize(4)).as(MediaTree::new);
    }

    private static Arbitrary<List<Chunk>> chunks() {
        return Combinators.combine(
                        hex(64), hex(32), counts(), Arbitraries.integers().between(1, Integer.MAX_VALUE))
                .as((hash, pack, number, length) -> new Chunk(hash, pack, number, length, length, number))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<SnapshotId> ids() {
        return hex(64).map(SnapshotId::new);
    }

    private static Arbitrary<String> hex(int length) {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(length);
    }

    private static Arbitrary<Long> counts() {
        return Arbitraries.longs().greaterOrEqual(0);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(-4_000_000_000_000_000_000L, 4_000_000_000_000_000_000L)
                .map(nanos -> Instant.ofEpochSecond(0, nanos));
    }

    /** All that a name of PostgreSQL or a file may hold: no NUL, no half of a surrogate pair. */
    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .ofMaxLength(12)
                .withChars("aZ\"'\\/{}[],:\n\r\t \u0001\u007f\u0085\u00fc\u05d0\u2028\ufeff")
                .map(text -> text + "\uD83D\uDE00");
    }
}
