package dev.migrator.profile.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class PackProperties {

    /** Content of a length, more or less compressible. */
    record Content(int length, int alphabet, long seed) {

        byte[] bytes() {
            Random random = new Random(seed);
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) random.nextInt(alphabet);
            }
            return bytes;
        }
    }

    @Provide
    Arbitrary<Content> contents() {
        // The lengths around the compressor's buffer are where pieces meet.
        Arbitrary<Integer> lengths = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 2000),
                Arbitraries.integers().between(262_142, 262_146),
                Arbitraries.integers().between(524_287, 524_289));
        return Combinators.combine(lengths, Arbitraries.of(1, 2, 20, 256), Arbitraries.longs())
                .as(Content::new);
    }

    @Property(tries = 60)
    void whatever_is_added_comes_back(@ForAll @Size(min = 1, max = 8) List<@From("contents") Content> contents)
            throws IOException {
        Path folder = Files.createTempDirectory("packs");
        try {
            ProfileSpace space = new ProfileSpace(new DirectoryStore(folder.resolve("s")), new ProfileName("p"));
            List<Chunk> chunks = new ArrayList<>();
            try (PackWriter packs = new PackWriter(space, KnownChunks.none(), folder.resolve("work"))) {
                for (Content content : contents) {
                    chunks.add(packs.add(content.bytes(), 0, content.length(), 1));
                }
                packs.finish();

                assertThat(packs.counts().newChunks()).isEqualTo(new HashSet<>(chunks).size());
                assertThat(packs.counts().newChunks() + packs.counts().knownChunks())
                        .isEqualTo(contents.size());
            }
            PackCache cache = new PackCache(folder.resolve("c"), space, Disk.local());
            for (int i = 0; i < contents.size(); i++) {
                assertThat(cache.read(chunks.get(i))).isEqualTo(contents.get(i).bytes());
            }
        } finally {
            Disk.local().delete(folder);
        }
    }
}
