package dev.migrator.profile.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.migrator.profile.internal.RecordJson;
import dev.migrator.profile.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The object {@code store.json}, which says of what format a profile's space is. */
final class FormatMark {

    private static final JsonMapper JSON = RecordJson.mapper();

    private final ObjectStore store;
    private final String key;

    private record Content(int format) {}

    FormatMark(ObjectStore store, String key) {
        this.store = store;
        this.key = key;
    }

    /** Writes the mark where there is none; refuses another format. Of two that begin at once, either's mark is as good. */
    void require() {
        try {
            check();
        } catch (StoreException.Missing e) {
            byte[] content = ("{\"format\":" + Manifest.FORMAT + "}\n").getBytes(StandardCharsets.UTF_8);
            if (!store.put(key, content, true)) {
                check();
            }
        }
    }

    private void check() {
        String where = store.location() + "/" + key;
        try (InputStream in = store.get(key, null)) {
            int format = JSON.readValue(in.readAllBytes(), Content.class).format();
            if (format != Manifest.FORMAT) {
                throw new StoreException.TooNew(
                        "the store is of format " + format + ", and this version writes format " + Manifest.FORMAT,
                        where,
                        "Use a newer migrator, or another place with migrator.store");
            }
        } catch (JsonProcessingException e) {
            throw new StoreException.Corrupt(
                    "the mark of the store's format cannot be read",
                    where,
                    "It should be {\"format\":1}: if nothing but migrator writes there, put that back",
                    e);
        } catch (IOException e) {
            throw StoreException.brokenOff(where, e);
        }
    }
}
