package dev.migrator.profile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrator.profile.store.ObjectStore.ByteRange;
import dev.migrator.profile.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every object store does: one subclass for each, which says how to open an empty one. */
public abstract class ObjectStoreContract extends ObjectKeyContract {

    private static final int THREADS = 8;

    @Test
    void an_object_is_read_as_it_was_written() throws IOException {
        store.put("p/a", bytes("hello"), false);

        assertThat(read("p/a")).isEqualTo(bytes("hello"));
    }

    @Test
    void an_empty_object_is_an_object() throws IOException {
        store.put("p/empty", new byte[0], false);

        assertThat(read("p/empty")).isEmpty();
        assertThat(store.list("p/")).extracting(StoredObject::size).containsExactly(0L);
    }

    @Test
    void a_file_is_written_as_one_object() throws IOException {
        byte[] content = noise(5_000_000);
        Path file = Files.write(folder.resolve("pack"), content);

        assertThat(store.put("p/pack", file, false)).isTrue();

        assertThat(read("p/pack")).isEqualTo(content);
    }

    @Test
    void a_range_gives_these_bytes_only() throws IOException {
        store.put("p/a", bytes("0123456789"), false);

        assertThat(read("p/a", new ByteRange(3, 4))).isEqualTo(bytes("3456"));
        assertThat(read("p/a", new ByteRange(0, 1))).isEqualTo(bytes("0"));
        assertThat(read("p/a", new ByteRange(9, 1))).isEqualTo(bytes("9"));
    }

    @Test
    void a_range_over_the_end_gives_what_is_there() throws IOException {
        store.put("p/a", bytes("0123456789"), false);

        assertThat(read("p/a", new ByteRange(8, 5))).isEqualTo(bytes("89"));
        assertThat(read("p/a", new ByteRange(10, 5))).isEmpty();
        assertThat(read("p/a", new ByteRange(99, 1))).isEmpty();
    }

    @Test
    void reading_what_is_not_there_says_so_with_its_key() {
        store.put("p/a/b", bytes("x"), false);

        for (String absent : List.of("p/none", "none/none", "p/a", "p")) {
            assertThatThrownBy(() -> store.get(absent, null))
                    .isInstanceOf(StoreException.Missing.class)
                    .hasMessageContaining(store.location() + "/" + absent);
        }
        assertThatThrownBy(() -> store.get("p/none", new ByteRange(0, 1))).isInstanceOf(StoreException.Missing.class);
    }

    @Test
    void a_second_write_replaces_the_first() throws IOException {
        store.put("p/a", bytes("first, longer"), false);
        store.put("p/a", bytes("second"), false);

        assertThat(read("p/a")).isEqualTo(bytes("second"));
    }

    @Test
    void a_write_if_absent_leaves_what_is_there() throws IOException {
        assertThat(store.put("p/a", bytes("first"), true)).isTrue();
        assertThat(store.put("p/a", bytes("second"), true)).isFalse();
        assertThat(store.put("p/a", Files.write(folder.resolve("third"), bytes("third")), true))
                .isFalse();

        assertThat(read("p/a")).isEqualTo(bytes("first"));
    }

    @Test
    void of_many_writes_if_absent_at_once_one_wins_and_its_bytes_stay() throws Exception {
        assumeThat(keepsItsWordInRaces()).isTrue();
        for (int round = 0; round < 20; round++) {
            String key = "p/race-" + round;
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Boolean> wins = atOnce(THREADS, i -> {
                start.await();
                return store.put(key, bytes("writer " + i), true);
            });

            assertThat(wins).containsOnlyOnce(true);
            assertThat(read(key)).isEqualTo(bytes("writer " + wins.indexOf(true)));
        }
    }

    @Test
    void a_reader_sees_the_old_or_the_new_object_and_nothing_between() throws Exception {
        assumeThat(keepsItsWordInRaces()).isTrue();
        byte[] old = bytes("a".repeat(200_000));
        byte[] other = bytes("b".repeat(200_000));
        store.put("p/a", old, false);

        List<byte[]> seen = atOnce(4, i -> {
            byte[] last = old;
            for (int n = 0; n < 25; n++) {
                if (i == 0) {
                    store.put("p/a", n % 2 == 0 ? other : old, false);
                } else {
                    last = read("p/a");
                    assertThat(last).satisfiesAnyOf(b -> assertThat(b).isEqualTo(old), b -> assertThat(b)
                            .isEqualTo(other));
                }
            }
            return last;
        });

        assertThat(seen).hasSize(4);
    }

    @Test
    void a_listing_holds_the_objects_below_the_prefix_ordered_by_key() {
        for (String key : List.of("p/b", "p/a/2", "p/a/1", "p/a.x", "q/a", "p/ab", "po")) {
            store.put(key, bytes(key), false);
        }

        assertThat(keys("p/")).containsExactly("p/a.x", "p/a/1", "p/a/2", "p/ab", "p/b");
        assertThat(keys("p/a")).containsExactly("p/a.x", "p/a/1", "p/a/2", "p/ab");
        assertThat(keys("p/a/")).containsExactly("p/a/1", "p/a/2");
        assertThat(keys("p")).hasSize(6);
        assertThat(keys("")).hasSize(7);
        assertThat(keys("nothing/")).isEmpty();
    }

    @Test
    void a_listing_tells_size_and_time() {
        store.put("p/a", bytes("12345"), false);

        StoredObject object = store.list("p/").get(0);

        assertThat(object.size()).isEqualTo(5);
        assertThat(Duration.between(object.modified(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void listing_and_deleting_go_beyond_a_thousand_objects() throws Exception {
        int count = 1_100;
        List<String> keys = IntStream.range(0, count)
                .mapToObj(i -> String.format("p/%05d", i))
                .toList();
        atOnce(THREADS, t -> {
            for (int i = t; i < count; i += THREADS) {
                store.put(keys.get(i), new byte[0], false);
            }
            return true;
        });

        assertThat(keys("p/")).isEqualTo(keys);

        store.delete(keys);
        assertThat(keys("p/")).isEmpty();
    }

    @Test
    void deleting_takes_what_is_there_and_nothing_else() {
        store.put("p/a", bytes("a"), false);
        store.put("p/ab", bytes("ab"), false);

        store.delete(List.of("p/a", "p/never-there", "never/there"));
        store.delete(List.of());

        assertThat(keys("")).containsExactly("p/ab");
    }

    @Test
    void many_threads_write_read_and_list_at_once() throws Exception {
        List<Boolean> same = atOnce(THREADS, t -> {
            boolean equal = true;
            for (int i = 0; i < 10; i++) {
                String key = "p/" + t + "/" + i;
                byte[] content = noise(10_000 * t + i);
                store.put(key, content, false);
                equal &= Arrays.equals(content, read(key));
                equal &= keys("p/" + t + "/").size() == i + 1;
            }
            return equal;
        });

        assertThat(same).containsOnly(true);
        assertThat(keys("p/")).hasSize(THREADS * 10);
    }
}
