package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.it.maven.MavenBuild;
import org.junit.jupiter.api.Test;

/** Disks without room. */
class FullDiskIT extends BadInput {

    @Test
    void aCacheWithoutRoomIsNamedWithTheSettingThatMovesIt() throws Exception {
        run(source, "CREATE TABLE public.noise AS SELECT md5(i::text) FROM generate_series(1, 200000) i");
        passes(upload());
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), "1m")) {
            MavenBuild build = restore().with("migrator.cacheDirectory", disk.folder());
            refused(build, "the disk is full", disk.folder().toString(), "migrator.cacheDirectory");
            disk.grow("64m");
            passes(build);
        }
        assertThat(content(target)).contains(PLANTED);
    }

    @Test
    void anEmbeddedServerWithoutRoomIsNamedWithTheFolderOfItsData() throws Exception {
        passes(upload());
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), "400m")) {
            MavenBuild build = restoreIntoEmbedded(OwnServer.MAJOR).with("migrator.cacheDirectory", disk.folder());
            try (OwnServer own = OwnServer.ofProject(folder, disk.folder())) {
                passes(build);
                disk.fill(2_000_000);
                refused(build, "the disk of the server is full", own.home().toString());
                disk.empty();
                passes(build);
            }
        }
    }
}
