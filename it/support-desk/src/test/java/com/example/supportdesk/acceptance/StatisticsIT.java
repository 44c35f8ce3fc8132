package com.example.supportdesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EveryProfile
class StatisticsIT {
    @RegisterExtension
    static final RunningDesk desk = new RunningDesk();

    private final long customer = desk.newCustomer();

    @Test
    void a_customer_without_a_ticket_counts_as_idle() {
        JsonNode activity = activity();

        assertThat(activity.get("tickets").longValue()).isZero();
        assertThat(activity.get("comments").longValue()).isZero();
        assertThat(activity.get("lastActivity").isNull()).isTrue();
    }

    @Test
    void tickets_are_counted_by_what_is_left_to_do() {
        desk.newTicket(customer, "Mail gateway down", "urgent");
        desk.newTicket(customer);
        long done = desk.newTicket(customer);
        desk.put("/tickets/%d/status".formatted(done), Map.of("status", "resolved"));

        JsonNode activity = activity();

        assertThat(activity.get("tickets").longValue()).isEqualTo(3);
        assertThat(activity.get("unfinishedTickets").longValue()).isEqualTo(2);
        assertThat(activity.get("urgentTickets").longValue()).isEqualTo(1);
    }

    @Test
    void comments_are_counted_once_however_many_tickets_there_are() {
        for (long ticket : new long[] {desk.newTicket(customer), desk.newTicket(customer)}) {
            Map<String, Object> comment = Map.of("author", "Tester", "body", "Noted.");
            desk.post("/tickets/%d/comments".formatted(ticket), comment);
            desk.post("/tickets/%d/comments".formatted(ticket), comment);
        }

        assertThat(activity().get("comments").longValue()).isEqualTo(4);
        assertThat(activity().get("tickets").longValue()).isEqualTo(2);
    }

    private JsonNode activity() {
        JsonNode rows = desk.get("/statistics?customer=" + customer).json();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
