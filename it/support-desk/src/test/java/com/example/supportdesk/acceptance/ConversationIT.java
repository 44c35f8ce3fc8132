package com.example.supportdesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EveryProfile
class ConversationIT {
    @RegisterExtension
    static final RunningDesk desk = new RunningDesk();

    private final long ticket = desk.newTicket(desk.newCustomer());

    @Test
    void comments_are_listed_in_the_order_in_which_they_were_made() {
        comment("Is it plugged in?");
        comment("It is now. شكراً 🙏");

        JsonNode comments = desk.get("/tickets/%d/comments".formatted(ticket)).json();

        assertThat(comments.findValuesAsText("body")).containsExactly("Is it plugged in?", "It is now. شكراً 🙏");
    }

    @Test
    void a_comment_opens_a_finished_ticket_again() {
        desk.put("/tickets/%d/status".formatted(ticket), Map.of("status", "closed"));

        comment("It broke again.");

        assertThat(served().get("status").textValue()).isEqualTo("open");
    }

    @Test
    void a_comment_leaves_a_waiting_ticket_waiting() {
        desk.put("/tickets/%d/status".formatted(ticket), Map.of("status", "waiting"));

        comment("Still there.");

        assertThat(served().get("status").textValue()).isEqualTo("waiting");
    }

    @Test
    void a_comment_makes_its_ticket_the_latest() {
        Instant before = Instant.parse(served().get("updatedAt").textValue());

        JsonNode comment = comment("One more thing.");

        Instant after = Instant.parse(served().get("updatedAt").textValue());
        assertThat(after).isAfter(before).isEqualTo(comment.get("createdAt").textValue());
    }

    private JsonNode comment(String body) {
        Map<String, Object> comment = Map.of("author", "Tester", "body", body);
        return desk.post("/tickets/%d/comments".formatted(ticket), comment).json();
    }

    private JsonNode served() {
        return desk.get("/tickets/" + ticket).json();
    }
}
