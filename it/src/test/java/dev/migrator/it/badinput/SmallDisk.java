package dev.migrator.it.badinput;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk in memory that can be full, on machines where the tests may mount one, which takes root. */
record SmallDisk(Path folder) implements AutoCloseable {

    /** @param size as mount takes it: {@code 1m} */
    static SmallDisk mount(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()))
                .as("a tmpfs can be mounted, which takes root")
                .isZero();
        return new SmallDisk(folder);
    }

    /** Makes room. */
    void grow(String size) throws IOException {
        run("mount", "-o", "remount,size=" + size, folder.toString());
    }

    /** Takes all room but that many bytes. */
    void fill(long free) throws IOException {
        long taken = Files.getFileStore(folder).getUsableSpace() - free;
        byte[] megabyte = new byte[1 << 20];
        try (var filler = Files.newOutputStream(folder.resolve("filler"))) {
            for (long left = taken; left > 0; left -= megabyte.length) {
                filler.write(megabyte, 0, (int) Math.min(left, megabyte.length));
            }
        }
    }

    /** Gives back what {@link #fill} took. */
    void empty() throws IOException {
        Files.delete(folder.resolve("filler"));
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue();
    }
}
