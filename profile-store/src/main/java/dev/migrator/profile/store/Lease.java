package dev.migrator.profile.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.migrator.profile.internal.RecordJson;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * An object that says who is uploading and until when, so that nobody takes the packs away that no manifest names yet. Its key begins
 * with the time of its end, so that a listing tells which leases are over: {@code leases/20261124T101500Z-<id>.json}.
 *
 * <p>Not safe for use by several threads.
 */
public final class Lease implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final System.Logger LOG = System.getLogger(Lease.class.getName());
    private static final JsonMapper JSON = RecordJson.mapper();

    private final ObjectStore store;
    private final String prefix;
    private final String id = UUID.randomUUID().toString().replace("-", "");
    private String key = "";

    private record Content(String host, long process, String user, Instant until) {}

    private Lease(ObjectStore store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /** Takes a lease and removes those of others that are over. */
    static Lease take(ObjectStore store, String prefix, Duration time) {
        removeExpired(store, prefix);
        Lease lease = new Lease(store, prefix);
        lease.write(time);
        return lease;
    }

    /** Makes the lease last for this time from now on. */
    public void renew(Duration time) {
        String before = key;
        write(time);
        if (!before.equals(key)) {
            remove(store, List.of(before));
        }
    }

    /** The lease's object. */
    public String key() {
        return key;
    }

    /** Ends the lease. */
    @Override
    public void close() {
        remove(store, List.of(key));
    }

    private void write(Duration time) {
        Instant until = Instant.now().plus(time);
        key = prefix + TIME.format(until) + '-' + id + ".json";
        Content content =
                new Content(host(), ProcessHandle.current().pid(), System.getProperty("user.name", ""), until);
        try {
            store.put(key, JSON.writeValueAsBytes(content), false);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeExpired(ObjectStore store, String prefix) {
        String now = prefix + TIME.format(Instant.now());
        List<String> expired = store.list(prefix).stream()
                .map(ObjectStore.StoredObject::key)
                .filter(key -> key.compareTo(now) < 0)
                .toList();
        if (!expired.isEmpty()) {
            remove(store, expired);
        }
    }

    /** Who uploads may well have no right to delete; then a lease ends by its time. */
    private static void remove(ObjectStore store, List<String> keys) {
        try {
            store.delete(keys);
        } catch (StoreException.Denied e) {
            LOG.log(System.Logger.Level.DEBUG, "Leases stay until their time is over: {0}", e.getMessage());
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
