package dev.migrator.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSpecTest {

    private static final Path CACHE = Path.of("/cache");

    @Test
    void each_project_and_major_has_a_directory_of_its_own_below_the_cache() {
        Path shop = ServerSpec.ofProject(Path.of("/srv/shop"), 17).home(CACHE);

        assertThat(shop)
                .isEqualTo(ServerSpec.ofProject(Path.of("/srv/../srv/shop"), 17).home(CACHE));
        assertThat(shop.startsWith(CACHE)).isTrue();
        assertThat(shop.toString()).contains("shop-").endsWith("17");
        assertThat(shop)
                .isNotEqualTo(ServerSpec.ofProject(Path.of("/home/shop"), 17).home(CACHE));
        assertThat(shop)
                .isNotEqualTo(ServerSpec.ofProject(Path.of("/srv/shop"), 18).home(CACHE));
    }

    @Test
    void odd_project_names_make_plain_directory_names() {
        assertThat(ServerSpec.ofProject(Path.of("/srv/it's mine"), 17).key()).matches("it_s_mine-[0-9a-f]{12}");
        assertThat(ServerSpec.ofProject(Path.of("/"), 17).key()).matches("root-[0-9a-f]{12}");
    }

    @Test
    void a_key_cannot_lead_out_of_the_cache() {
        assertThatThrownBy(() -> new ServerSpec("../x", 17, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settings_of_the_specification_win_over_those_of_every_server() {
        String text =
                new ServerSpec("k", 17, Map.of("wal_level", "logical", "application_name", "it's")).configuration();

        assertThat(text).contains("wal_level = 'logical'\n", "application_name = 'it''s'\n", "fsync = 'off'\n");
        assertThat(text).doesNotContain("minimal");
    }

    @Test
    void servers_with_other_settings_are_told_apart() {
        String plain = new ServerSpec("k", 17, Map.of()).settingsDigest();

        assertThat(new ServerSpec("other", 18, Map.of()).settingsDigest()).isEqualTo(plain);
        assertThat(new ServerSpec("k", 17, Map.of("work_mem", "1MB")).settingsDigest())
                .isNotEqualTo(plain);
    }
}
