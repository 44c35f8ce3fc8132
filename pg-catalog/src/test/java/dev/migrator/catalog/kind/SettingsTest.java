package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.DatabaseState;
import dev.migrator.postgres.SqlText;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Property
    void everyNameOfAListComesBackWhateverItHolds(
            @ForAll @NotEmpty List<@StringLength(min = 1, max = 9) String> names) {
        List<String> clean = names.stream().map(name -> name.replace('\0', '_')).toList();
        String stored = clean.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
        String expected = clean.stream().map(SqlText::literal).collect(Collectors.joining(", "));
        assertThat(Settings.of(List.of("search_path=" + stored)))
                .containsExactly(new DatabaseState.Setting("search_path", expected));
    }

    @Test
    void anEmptyListIsOneEmptyName() {
        assertThat(Settings.of(List.of("search_path=\"\""))).extracting("value").containsExactly("''");
        assertThat(Settings.of(List.of("search_path="))).extracting("value").containsExactly("''");
    }

    @Test
    void whatIsNoListIsOneLiteral() {
        assertThat(Settings.of(List.of("my.setting=a, b = 'c'")))
                .extracting(DatabaseState.Setting::toString)
                .containsExactly("my.setting TO 'a, b = ''c'''");
    }
}
