package com.example.supportdesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What profiles/clean-db says is what the application serves. */
@Tag("clean-db")
class CleanDbIT {
    @RegisterExtension
    static final RunningDesk desk = new RunningDesk();

    @Test
    void the_tickets_of_data_sql_are_served_with_their_statuses_and_new_priorities() {
        assertTicket(1, "Login page is blank", "waiting", "normal");
        assertTicket(2, "Invoice for February", "resolved", "normal");
        assertTicket(3, "URGENT: mail gateway down", "closed", "urgent");
        assertTicket(4, "Export bricht ab", "open", "normal");
        assertTicket(5, "How do I add a colleague?", "open", "normal");
    }

    @Test
    void the_conversation_of_a_ticket_is_complete() {
        assertThat(desk.get("/tickets/1/comments").json().findValuesAsText("body"))
                .containsExactly("Which version of Firefox is it?", "It is 148, see the picture.");
    }

    @Test
    void the_attachments_are_those_in_the_media_directory_of_the_profile() {
        assertThat(desk.get("/tickets/4/attachments").json().findValuesAsText("fileName"))
                .containsExactly("Fehlermeldung (Übersicht).txt", "empty.log");
        assertThat(desk.get("/attachments/1").body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void the_statistics_sum_up_the_restored_tickets() {
        JsonNode amal = desk.get("/statistics?customer=1").json().get(0);

        assertThat(amal.get("name").textValue()).isEqualTo("Amal Haddad");
        assertThat(amal.get("tickets").longValue()).isEqualTo(2);
        assertThat(amal.get("unfinishedTickets").longValue()).isEqualTo(1);
        assertThat(amal.get("comments").longValue()).isEqualTo(3);
    }

    @Test
    void the_guest_of_the_clean_db_only_migration_is_there() {
        assertThat(desk.get("/customers?name=Guest").json()).hasSize(1);
    }

    private static void assertTicket(long id, String subject, String status, String priority) {
        JsonNode ticket = desk.get("/tickets/" + id).json();
        assertThat(ticket.get("subject").textValue()).isEqualTo(subject);
        assertThat(ticket.get("status").textValue()).isEqualTo(status);
        assertThat(ticket.get("priority").textValue()).isEqualTo(priority);
    }
}
