package dev.migrator.profile.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrator.profile.store.ObjectStore.ByteRange;
import dev.migrator.profile.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store under test, and what tests do with it. */
abstract class StoreUnderTest {

    @TempDir
    Path folder;

    ObjectStore store;

    /** Opens a store that holds nothing. */
    protected abstract ObjectStore openEmptyStore() throws Exception;

    /** Whether the server behind the store stands it when several write the same key at the same time; not every one made for tests does. */
    protected boolean keepsItsWordInRaces() {
        return true;
    }

    @BeforeEach
    void open() throws Exception {
        store = openEmptyStore();
    }

    @AfterEach
    void close() {
        store.close();
    }

    byte[] read(String key) throws IOException {
        return read(key, null);
    }

    byte[] read(String key, ByteRange range) throws IOException {
        try (InputStream in = store.get(key, range)) {
            return in.readAllBytes();
        }
    }

    List<String> keys(String prefix) {
        return store.list(prefix).stream().map(StoredObject::key).toList();
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    interface Job<T> {
        T run(int index) throws Exception;
    }

    static <T> List<T> atOnce(int threads, Job<T> job) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> jobs = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int index = i;
                jobs.add(() -> job.run(index));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(jobs)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
