package dev.migrator.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTest {

    @TempDir
    Path directory;

    private final LZMA2Options options = new LZMA2Options();

    @Test
    void files_links_and_rights_come_out_as_they_went_in() throws IOException {
        Path jar = jar(tar -> {
            file(tar, "bin/postgres", 0755, "program");
            file(tar, "share/postgres.bki", 0644, "words");
            link(tar, "lib/libpq.so", TarConstants.LF_SYMLINK, "libpq.so.5");
            file(tar, "lib/libpq.so.5", 0644, "library");
            link(tar, "lib/hard.so", TarConstants.LF_LINK, "lib/libpq.so.5");
        });

        Path target = Files.createDirectory(directory.resolve("target"));
        new Archive(jar).unpackInto(target);

        assertThat(target.resolve("bin/postgres")).hasContent("program").isExecutable();
        assertThat(Files.isExecutable(target.resolve("share/postgres.bki"))).isFalse();
        assertThat(target.resolve("lib/libpq.so")).isSymbolicLink().hasContent("library");
        assertThat(target.resolve("lib/hard.so")).hasContent("library");
    }

    @Test
    void nothing_is_written_outside() {
        refused(tar -> file(tar, "../evil", 0644, "x"));
        refused(tar -> file(tar, "/evil", 0644, "x"));
        refused(tar -> link(tar, "lib/up", TarConstants.LF_SYMLINK, "../../evil"));
        refused(tar -> link(tar, "hard", TarConstants.LF_LINK, "../evil"));
    }

    @Test
    void a_jar_without_an_archive_is_told() throws IOException {
        Path jar = directory.resolve("empty.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
        }
        assertThatThrownBy(() -> new Archive(jar).unpackInto(directory)).hasMessageStartingWith("no .txz archive in ");
    }

    private void refused(Filling filling) {
        assertThatThrownBy(() -> {
                    Path target = Files.createTempDirectory(directory, "target");
                    new Archive(jar(filling)).unpackInto(target);
                })
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the archive points outside of itself");
        assertThat(directory.resolve("evil")).doesNotExist();
    }

    private Path jar(Filling filling) throws IOException {
        Path jar = Files.createTempFile(directory, "binaries", ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("postgres-linux-x86_64.txz"));
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(zip, options))) {
                filling.into(tar);
            }
        }
        return jar;
    }

    private static void file(TarArchiveOutputStream tar, String name, int mode, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, byte kind, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private interface Filling {
        void into(TarArchiveOutputStream tar) throws IOException;
    }
}
