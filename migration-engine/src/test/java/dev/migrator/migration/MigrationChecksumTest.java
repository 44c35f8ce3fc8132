package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

class MigrationChecksumTest {

    private Path file;

    @BeforeProperty
    void newFile() throws IOException {
        file = Files.createTempFile("migration", ".sql");
    }

    @AfterProperty
    void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Example
    void it_is_the_sha256_of_the_plain_text() throws IOException {
        assertThat(checksum("SELECT 1;\n"))
                .isEqualTo("b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd");
    }

    @Property(tries = 300)
    void line_ends_trailing_blanks_and_a_byte_order_mark_make_no_difference(
            @ForAll @From("texts") List<String> lines,
            @ForAll @From("endings") String ending,
            @ForAll @From("blanks") String blanks,
            @ForAll boolean mark,
            @ForAll boolean lastLineEnds)
            throws IOException {
        String plain = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        String other = (mark ? "\uFEFF" : "")
                + lines.stream().map(line -> line + blanks).collect(Collectors.joining(ending))
                + (lastLineEnds ? ending : "");

        assertThat(checksum(other)).isEqualTo(checksum(plain));
    }

    @Property(tries = 300)
    void any_other_difference_makes_one(
            @ForAll @From("texts") List<String> lines, @ForAll @From("texts") List<String> others) throws IOException {
        boolean same = lines.equals(others);

        assertThat(checksum(String.join("\n", lines)).equals(checksum(String.join("\n", others))))
                .isEqualTo(same);
    }

    @Example
    void blanks_within_a_line_and_empty_lines_count() throws IOException {
        assertThat(List.of(
                        checksum("a b\nc"),
                        checksum("a  b\nc"),
                        checksum(" a b\nc"),
                        checksum("a b\n\nc"),
                        checksum("a bc")))
                .doesNotHaveDuplicates();
    }

    private String checksum(String text) throws IOException {
        return MigrationChecksum.of(Files.writeString(file, text));
    }

    /** Lines that do not end in a blank; the last one is not empty. */
    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("a; \tü'")
                .ofMaxLength(6)
                .map(line -> line.stripTrailing())
                .list()
                .ofMaxSize(5)
                .map(lines -> java.util.stream.Stream.concat(lines.stream(), java.util.stream.Stream.of("end"))
                        .toList());
    }

    @Provide
    Arbitrary<String> endings() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.of("", " ", "\t \t");
    }
}
