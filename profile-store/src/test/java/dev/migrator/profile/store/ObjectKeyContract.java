package dev.migrator.profile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys every object store takes, and which none does. */
abstract class ObjectKeyContract extends StoreUnderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p/with blank",
                "p/plus+plus",
                "p/percent%2Fslash%20",
                "p/question?x=1&y=2",
                "p/hash#tag",
                "p/quote'\"",
                "p/~tilde;semi:colon,comma@at$dollar!*()[]{}|^`<>",
                "p/.hidden",
                "p/..double",
                "p/trailing ",
                "p/UPPER and upper/x"
            })
    void odd_keys_are_keys(String key) throws IOException {
        store.put(key, bytes(key), false);

        assertThat(read(key)).isEqualTo(bytes(key));
        assertThat(keys("p/")).containsExactly(key);
        store.delete(List.of(key));
        assertThat(keys("p/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "../x",
                "p/../../x",
                "p/..",
                "..",
                ".",
                "p/./a",
                "p//a",
                "p/",
                "p\\a",
                "p/\u0000",
                "p/\n",
                "p/\u00fc"
            })
    void what_could_lead_out_of_the_store_is_no_key(String key) {
        assertThatThrownBy(() -> store.get(key, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.put(key, bytes("x"), false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.put(key, folder, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete(List.of(key))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_listed_outside_of_the_store() {
        assertThatThrownBy(() -> store.list("../")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.list("/")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.list("p/../../")).isInstanceOf(IllegalArgumentException.class);
    }
}
