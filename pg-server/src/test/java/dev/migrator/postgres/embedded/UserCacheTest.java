package dev.migrator.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserCacheTest {

    private static final Path HOME = Path.of("/home/alice");

    @Test
    void linux_keeps_it_in_the_xdg_cache() {
        assertThat(UserCache.directory("Linux", HOME, Map.of())).isEqualTo(Path.of("/home/alice/.cache/migrator"));
        assertThat(UserCache.directory("Linux", HOME, Map.of("XDG_CACHE_HOME", "/var/cache/alice")))
                .isEqualTo(Path.of("/var/cache/alice/migrator"));
    }

    @Test
    void a_relative_xdg_cache_is_ignored_as_its_specification_says() {
        assertThat(UserCache.directory("Linux", HOME, Map.of("XDG_CACHE_HOME", "cache")))
                .isEqualTo(Path.of("/home/alice/.cache/migrator"));
    }

    @Test
    void macos_keeps_it_in_the_library() {
        assertThat(UserCache.directory("Mac OS X", HOME, Map.of("XDG_CACHE_HOME", "/elsewhere")))
                .isEqualTo(Path.of("/home/alice/Library/Caches/migrator"));
    }

    @Test
    void windows_keeps_it_in_the_local_application_data() {
        assertThat(UserCache.directory("Windows 11", HOME, Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/migrator"));
        assertThat(UserCache.directory("Windows 11", HOME, Map.of()))
                .isEqualTo(Path.of("/home/alice/AppData/Local/migrator"));
    }
}
