package dev.migrator.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Definition;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    private record Answering(int number) {

        @SuppressWarnings("unused") // Jackson would take it for a field
        public boolean isEven() {
            return number % 2 == 0;
        }
    }

    @Test
    void a_question_that_a_record_answers_is_no_field_of_the_format() throws Exception {
        assertThat(RecordJson.mapper().writeValueAsString(new Answering(4))).isEqualTo("{\"number\":4}");
    }

    @Test
    void a_definition_is_its_parts_and_nothing_else() throws Exception {
        assertThat(RecordJson.mapper().writeValueAsString(Definition.structure("x")))
                .isEqualTo("{\"parts\":[{\"form\":\"STRUCTURE\",\"text\":\"x\"}]}");
    }
}
