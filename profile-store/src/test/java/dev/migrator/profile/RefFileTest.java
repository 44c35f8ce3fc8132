package dev.migrator.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.disk.DiskException;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.SampleManifest;
import dev.migrator.profile.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefFileTest {

    private static final String TEXT = """
            {
              "format" : 1,
              "snapshot" : "%s",
              "takenAt" : "2026-11-24T10:15:30.123456Z",
              "serverMajor" : 15,
              "migrationVersion" : "007",
              "maskingDigest" : "%s",
              "parent" : "%s"
            }
            """.formatted("ab".repeat(32), "cd".repeat(32), "ef".repeat(32));

    private static final Ref REF = new Ref(
            1,
            new SnapshotId("ab".repeat(32)),
            Instant.parse("2026-11-24T10:15:30.123456Z"),
            15,
            "007",
            "cd".repeat(32),
            new SnapshotId("ef".repeat(32)));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("customer1/snapshot.json");
    }

    @Test
    void a_ref_reads_well_in_a_diff() {
        RefFile.write(file, REF, Disk.local());

        assertThat(file).hasContent(TEXT);
        assertThat(file.toFile().length()).isLessThan(1024);
    }

    @Test
    void a_ref_is_read_as_it_was_written() {
        RefFile.write(file, REF, Disk.local());

        assertThat(RefFile.read(file)).isEqualTo(REF);
    }

    @Test
    void what_is_not_known_is_left_out() {
        Ref first = new Ref(1, REF.snapshot(), REF.takenAt(), 17, null, null, null);

        RefFile.write(file, first, Disk.local());

        assertThat(file).content().doesNotContain("null").doesNotContain("parent");
        assertThat(RefFile.read(file)).isEqualTo(first);
    }

    @Test
    void a_profile_without_a_ref_is_told_how_to_get_one() {
        assertThat(RefFile.find(file)).isEmpty();
        assertThatThrownBy(() -> RefFile.read(file))
                .isInstanceOf(RefException.class)
                .hasMessageContaining("no snapshot yet")
                .hasMessageContaining(file.toString())
                .hasMessageContaining("migrator:upload");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"snapshot\" : \"ab | \"snapshot\" : \"AB | '''snapshot'' is missing or wrong'",
                "\"snapshot\"         | \"snapshoot\"        | '''snapshot'' is missing or wrong'",
                "\"parent\" : \"ef  | \"parent\" : \"  | '''parent'' is missing or wrong'",
                "2026-11-24T10:15     | yesterday            | '''takenAt'' is missing or wrong'",
                "\"serverMajor\" : 15 | \"serverMajor\" : [] | '''serverMajor'' is missing or wrong'",
                "\"serverMajor\" : 15, | ''                  | '''serverMajor'' is missing or wrong'",
                "\"format\" : 1,      | ''                   | '''format'' is missing or wrong'",
                "\"format\" : 1,      | \"format\" : 1       | line 3",
                "{                    | <<<<<<< HEAD         | line 1"
            })
    void a_ref_edited_by_hand_is_refused_with_what_is_wrong(String text, String other, String place)
            throws IOException {
        write(TEXT.replace(text, other));

        assertThatThrownBy(() -> RefFile.read(file))
                .isInstanceOf(RefException.class)
                .hasMessageContaining("cannot be read")
                .hasMessageContaining(place)
                .hasMessageContaining("git checkout HEAD -- " + file);
    }

    @Test
    void an_empty_file_and_a_large_one_are_no_refs() throws IOException {
        write("");
        assertThatThrownBy(() -> RefFile.read(file)).isInstanceOf(RefException.class);

        write(TEXT + " ".repeat(1024));
        assertThatThrownBy(() -> RefFile.read(file))
                .isInstanceOf(RefException.class)
                .hasMessageContaining("larger than 1 KB");
    }

    @Test
    void a_ref_of_a_later_format_is_refused_as_such() throws IOException {
        write("{\"format\":2,\"snapshots\":{}}");

        assertThatThrownBy(() -> RefFile.read(file))
                .isInstanceOf(StoreException.TooNew.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining(file.toString());
    }

    @Test
    void fields_of_a_later_version_are_passed_over() throws IOException {
        write(TEXT.replace("\"format\" : 1,", "\"format\" : 1, \"colour\" : \"blue\","));

        assertThat(RefFile.read(file)).isEqualTo(REF);
    }

    @Test
    void a_ref_that_cannot_be_written_names_its_folder() throws IOException {
        Files.writeString(folder.resolve("customer1"), "a file in the place of the folder");

        assertThatThrownBy(() -> RefFile.write(file, REF, Disk.local()))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void a_ref_tells_what_its_manifest_does() {
        Manifest manifest = SampleManifest.with(List.of());
        Ref ref = Ref.to(REF.snapshot(), manifest);
        Ref edited = new Ref(1, ref.snapshot(), ref.takenAt(), 18, "007", null, null);

        ref.requireTrueTo(manifest);
        assertThatThrownBy(() -> edited.requireTrueTo(manifest))
                .isInstanceOf(RefException.class)
                .hasMessageContaining("serverMajor")
                .hasMessageContaining("edited by hand: bring back the committed snapshot.json");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve("customer1"));
        Files.writeString(file, text);
    }
}
