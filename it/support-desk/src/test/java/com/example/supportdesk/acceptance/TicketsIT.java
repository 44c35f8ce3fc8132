package com.example.supportdesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.supportdesk.acceptance.RunningDesk.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EveryProfile
class TicketsIT {
    @RegisterExtension
    static final RunningDesk desk = new RunningDesk();

    @Test
    void an_opened_ticket_is_listed_for_its_customer() {
        long customer = desk.newCustomer();

        long ticket = desk.newTicket(customer, "The printer is on fire", "normal");

        JsonNode listed = desk.get("/tickets?customer=" + customer).json();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("id").longValue()).isEqualTo(ticket);
        assertThat(listed.get(0).get("subject").textValue()).isEqualTo("The printer is on fire");
        assertThat(listed.get(0).get("status").textValue()).isEqualTo("open");
    }

    @Test
    void a_new_ticket_gets_a_number_above_all_that_were_restored() {
        List<JsonNode> ids = desk.get("/tickets?limit=100000").json().findValues("id");
        long highest = ids.stream().mapToLong(JsonNode::longValue).max().orElseThrow();

        long ticket = desk.newTicket(desk.newCustomer());

        assertThat(ticket).isGreaterThan(highest);
    }

    @Test
    void a_ticket_is_found_by_words_of_its_subject_and_its_body() {
        long customer = desk.newCustomer();
        Map<String, Object> wanted =
                Map.of("customerId", customer, "subject", "Wrong Zifferblatt", "body", "The clockwork runs backwards");
        JsonNode ticket = desk.post("/tickets", wanted).json();
        desk.newTicket(customer);

        JsonNode found = desk.get("/tickets?customer=%d&search=zifferblatt+clockwork".formatted(customer))
                .json();

        assertThat(found).containsExactly(ticket);
    }

    @Test
    void every_ticket_has_a_priority_since_migration_004() {
        JsonNode tickets = desk.get("/tickets?limit=100000").json();

        assertThat(tickets).isNotEmpty().allSatisfy(ticket -> assertThat(
                        ticket.get("priority").textValue())
                .isIn("low", "normal", "urgent"));
    }

    @Test
    void urgent_tickets_are_listed_first() {
        long customer = desk.newCustomer();
        long urgent = desk.newTicket(customer, "Gateway down", "urgent");
        desk.newTicket(customer, "A question", "low");
        desk.newTicket(customer, "A later question", "normal");

        JsonNode listed = desk.get("/tickets?customer=" + customer).json();

        assertThat(listed.findValuesAsText("priority")).containsExactly("urgent", "normal", "low");
        assertThat(listed.get(0).get("id").longValue()).isEqualTo(urgent);
    }

    @Test
    void a_ticket_without_a_subject_is_refused_since_migration_006() {
        Map<String, Object> blank = Map.of("customerId", desk.newCustomer(), "subject", "  ", "body", "Help!");

        Answer answer = desk.post("/tickets", blank);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("problem").textValue()).contains("ticket_subject_not_blank");
    }

    @Test
    void a_ticket_of_a_customer_that_does_not_exist_is_refused() {
        Answer answer = desk.post("/tickets", Map.of("customerId", -1, "subject", "Hello", "body", "Who am I?"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("problem").textValue()).contains("ticket_customer_id_fkey");
    }

    @Test
    void a_status_that_the_enum_does_not_know_is_refused() {
        long ticket = desk.newTicket(desk.newCustomer());

        assertThat(desk.put("/tickets/%d/status".formatted(ticket), Map.of("status", "forgotten"))
                        .status())
                .isEqualTo(400);
        assertThat(desk.get("/tickets/" + ticket).json().get("status").textValue())
                .isEqualTo("open");
    }
}
