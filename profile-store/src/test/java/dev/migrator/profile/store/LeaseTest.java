package dev.migrator.profile.store;

import static dev.migrator.profile.store.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.profile.ProfileName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {

    @TempDir
    private Path folder;

    private WatchedStore store;
    private ProfileSpace space;

    @BeforeEach
    void openStore() {
        store = new WatchedStore(new DirectoryStore(folder));
        space = new ProfileSpace(store, new ProfileName("orders"));
    }

    @Test
    void a_lease_says_who_uploads_and_until_when() throws IOException {
        try (Lease lease = space.lease(Duration.ofHours(2));
                InputStream in = store.get(lease.key(), null)) {
            assertThat(lease.key()).matches("orders/leases/\\d{8}T\\d{6}Z-[0-9a-f]{32}\\.json");
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"process\":" + ProcessHandle.current().pid())
                    .contains("\"host\":\"")
                    .contains("\"until\":\"20");
        }
    }

    @Test
    void a_lease_ends_when_it_is_closed() {
        space.lease(Duration.ofHours(2)).close();

        assertThat(leases()).isEmpty();
    }

    @Test
    void leases_of_several_uploads_stand_side_by_side() {
        Lease first = space.lease(Duration.ofHours(2));
        Lease second = space.lease(Duration.ofHours(1));

        assertThat(leases()).containsExactly(second.key(), first.key());
        first.close();
        assertThat(leases()).containsExactly(second.key());
    }

    @Test
    void a_renewed_lease_lasts_longer() {
        Lease lease = space.lease(Duration.ofHours(1));
        String before = lease.key();

        lease.renew(Duration.ofHours(5));

        assertThat(lease.key()).isGreaterThan(before);
        assertThat(leases()).containsExactly(lease.key());
    }

    @Test
    void what_a_killed_upload_left_is_removed_when_its_time_is_over() {
        store.put("orders/leases/20200101T000000Z-killed.json", text("{}"), false);
        store.put("orders/leases/29990101T000000Z-running.json", text("{}"), false);

        Lease lease = space.lease(Duration.ofHours(1));

        assertThat(leases()).containsExactly(lease.key(), "orders/leases/29990101T000000Z-running.json");
    }

    @Test
    void who_may_not_delete_may_upload_all_the_same() {
        Lease lease = space.lease(Duration.ofHours(1));
        store.refuseWrites();

        lease.close();

        assertThat(leases()).containsExactly(lease.key());
    }

    private List<String> leases() {
        return store.list("orders/leases/").stream()
                .map(ObjectStore.StoredObject::key)
                .toList();
    }
}
