package dev.migrator.profile.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.internal.Sha256;
import dev.migrator.profile.store.Chunk;
import dev.migrator.profile.store.StoreException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestCodecTest {

    private static final Chunk CHUNK = new Chunk("ab".repeat(32), "cd".repeat(16), 0, 100, 1000, 20);

    private static final Manifest MANIFEST = SampleManifest.with(List.of(CHUNK, CHUNK));

    private final ManifestFile file = ManifestFile.of(MANIFEST);

    @Test
    void the_id_is_the_hash_of_the_plain_json() {
        assertThat(ManifestCodec.encode(MANIFEST).id()).isEqualTo(new SnapshotId(Sha256.hex(file.json())));
    }

    @Test
    void a_shell_finds_one_line_for_each_table_chunk_and_statement() {
        assertThat(file.json().lines())
                .startsWith("{\"format\":1,\"requires\":[],\"writer\":\"migrator 0.1.0\",\"profile\":\"orders\","
                        + "\"takenAt\":\"2026-11-24T10:15:30.123456Z\",\"migrationVersion\":\"007\","
                        + "\"masking\":{\"personalData\":\"none\"},"
                        + file.json()
                                .substring(
                                        file.json().indexOf("\"catalog\""),
                                        file.json().indexOf('\n')))
                .contains("{\"schema\":\"public\",\"name\":\"notes\",\"loadInto\":\"\\\"public\\\".\\\"notes\\\"\","
                        + "\"columns\":[\"id\",\"the \\\"text\\\"\"],\"copyFormat\":\"text\",\"rows\":40,\"bytes\":2000,"
                        + "\"digest\":\"00000000000000000000000000000000\",\"chunks\":[")
                .contains("{\"sha256\":\"" + "ab".repeat(32) + "\",\"pack\":\"" + "cd".repeat(16)
                        + "\",\"offset\":0,\"length\":100,\"plainLength\":1000,\"rows\":20},")
                .contains("{\"schema\":\"public\",\"name\":\"notes_id_seq\",\"lastValue\":42,\"called\":true}],"
                        + "\"largeObjects\":[],\"media\":[]}");
    }

    @Test
    void fields_of_a_later_version_are_passed_over() {
        ManifestFile later = file.replace("{\"format\":1,", "{\"format\":1,\"colour\":{\"of\":[\"hair\"]},")
                .replace("\"copyFormat\":", "\"statistics\":[1,2],\"copyFormat\":");

        assertThat(decode(later)).isEqualTo(MANIFEST);
    }

    @Test
    void a_field_that_must_be_there_is_missed_with_its_place() {
        assertThatThrownBy(() -> decode(file.replace("\"copyFormat\":\"text\",", "")))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("at tables.[0].copyFormat")
                .hasMessageContaining("here.json.zst");
        assertThatThrownBy(() -> decode(file.replace("\"rows\":40,", ""))).hasMessageContaining("at tables.[0].rows");
        assertThatThrownBy(() -> decode(file.replace("\"copyFormat\":\"text\"", "\"copyFormat\":null")))
                .hasMessageContaining("at tables.[0].copyFormat");
    }

    @Test
    void what_cannot_be_a_chunk_is_refused_with_its_place() {
        for (String[] wrong : new String[][] {
            {"\"offset\":0", "\"offset\":-1"},
            {"\"plainLength\":1000", "\"plainLength\":0"},
            {"cd".repeat(16), "../../../../../etc"},
            {"\"length\":100", "\"length\":99999999999"},
            {"\"length\":100", "\"length\":\"long\""}
        }) {
            assertThatThrownBy(() -> decode(file.replace(wrong[0], wrong[1])))
                    .as(wrong[1])
                    .isInstanceOf(StoreException.Corrupt.class)
                    .hasMessageContaining("at tables.[0].chunks.[0]");
        }
    }

    @Test
    void a_message_does_not_quote_the_manifest() {
        assertThatThrownBy(() -> decode(file.replace("\"rows\":40", "\"rows\":\"Erika Mustermann\"")))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageNotContaining("Erika");
    }

    @Test
    void another_format_is_refused_with_the_version_that_knows_it() {
        ManifestFile second = new ManifestFile("{\"format\":2,\"writer\":\"migrator 0.9.0\",\"rest\":\"unlike this\"}");

        assertThatThrownBy(() -> decode(second))
                .isInstanceOf(StoreException.TooNew.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("migrator 0.9.0")
                .hasMessageContaining("here.json.zst");
    }

    @Test
    void an_unknown_requirement_is_refused_with_the_version_that_knows_it() {
        assertThatThrownBy(() -> decode(file.replace("\"requires\":[]", "\"requires\":[\"binary-copy/0.4.0\"]")))
                .isInstanceOf(StoreException.TooNew.class)
                .hasMessageContaining("'binary-copy'")
                .hasMessageContaining("migrator 0.4.0 or newer");
        assertThatThrownBy(() -> decode(file.replace("\"requires\":[]", "\"requires\":[\"deltas\"]")))
                .isInstanceOf(StoreException.TooNew.class)
                .hasMessageContaining("'deltas'")
                .hasMessageContaining("migrator 0.1.0, which wrote it, or a newer one");
    }

    @Test
    void bytes_that_are_not_those_of_the_id_are_refused_before_they_are_understood() {
        byte[] altered = file.replace("\"called\":true", "\"called\":false").bytes();

        assertThatThrownBy(() -> ManifestCodec.decode(file.id(), altered, "here.json.zst"))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageStartingWith(
                        "the snapshot's manifest is damaged or was altered: here.json.zst. Its hash is not the");
        assertThatThrownBy(() ->
                        ManifestCodec.decode(file.id(), new ManifestFile("{\"format\":2}").bytes(), "here.json.zst"))
                .isInstanceOf(StoreException.Corrupt.class);
    }

    @Test
    void every_single_flipped_bit_and_every_truncation_is_found() {
        byte[] whole = file.bytes();

        for (int position = 0; position < whole.length; position++) {
            byte[] flipped = whole.clone();
            flipped[position] ^= (byte) (1 << position % 8);
            byte[] truncated = Arrays.copyOf(whole, position);
            // Some bits of a frame's header have no meaning; then the bytes that come out are the same, and that is
            // what counts.
            if (!sameContent(flipped)) {
                assertThatThrownBy(() -> ManifestCodec.decode(file.id(), flipped, "here"))
                        .isInstanceOf(StoreException.Corrupt.class);
            }
            assertThatThrownBy(() -> ManifestCodec.decode(file.id(), truncated, "here"))
                    .isInstanceOf(StoreException.Corrupt.class);
        }
    }

    private boolean sameContent(byte[] bytes) {
        byte[] plain = new byte[file.json().length() * 2];
        long length;
        try {
            length = Zstd.decompress(plain, bytes);
        } catch (RuntimeException e) {
            return false;
        }
        return !Zstd.isError(length)
                && Sha256.hex(plain, 0, (int) length).equals(file.id().sha256());
    }

    private static Manifest decode(ManifestFile file) {
        return ManifestCodec.decode(file.id(), file.bytes(), "here.json.zst");
    }
}
