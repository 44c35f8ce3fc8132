package com.example.supportdesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.example.supportdesk.demo.CustomerOne;
import com.example.supportdesk.demo.MadeUpDesk;
import com.example.supportdesk.demo.MadeUpDesk.Person;
import com.example.supportdesk.demo.MadeUpDesk.Request;
import com.example.supportdesk.demo.MadeUpFiles;
import com.example.supportdesk.demo.OddText;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was made up for the production of customer1 is what the application serves on the restored profile. */
@Tag("user-generated")
class CustomerOneIT {
    @RegisterExtension
    static final RunningDesk desk = new RunningDesk();

    private static final MadeUpDesk MADE_UP = MadeUpDesk.of(CustomerOne.SEED);

    @BeforeAll
    static void the_profile_is_customer1() {
        assumeThat(desk.profile()).isEqualTo("customer1");
    }

    @Test
    void all_customers_bear_their_names() {
        List<String> names = desk.get("/customers").json().findValuesAsText("name");

        assertThat(names.subList(0, MadeUpDesk.CUSTOMERS))
                .containsExactlyElementsOf(
                        MADE_UP.customers().stream().map(Person::name).toList());
    }

    @Test
    void a_customer_with_a_name_from_right_to_left_is_found_by_it_and_served_intact() {
        String query = URLEncoder.encode(OddText.HEBREW_NAME, StandardCharsets.UTF_8);

        JsonNode found = desk.get("/customers?name=" + query).json();

        assertThat(found).hasSize(1);
        JsonNode tickets =
                desk.get("/tickets?customer=" + found.get(0).get("id")).json();
        assertThat(tickets.findValuesAsText("body")).contains("המערכת נופלת כשמקלידים 123 באמצע המשפט.");
    }

    @Test
    void all_tickets_are_served_with_body_and_status_and_with_the_subjects_that_migration_005_repairs() {
        for (JsonNode ticket : restored("/tickets?limit=100000", "id", MadeUpDesk.TICKETS)) {
            long id = ticket.get("id").longValue();
            Request made = MADE_UP.tickets().get((int) id - 1);
            assertThat(ticket.get("body").textValue()).isEqualTo(made.body());
            assertThat(ticket.get("status").textValue()).isEqualTo(made.status());
            assertThat(ticket.get("subject").textValue())
                    .isEqualTo(made.hasBlankSubject() ? "Ticket " + id : made.subject());
            assertThat(ticket.get("priority").textValue().equals("urgent")).isEqualTo(made.isUrgent());
        }
    }

    @Test
    void the_statistics_count_all_tickets_and_comments() {
        List<JsonNode> activity = restored("/statistics", "customerId", MadeUpDesk.CUSTOMERS);

        assertThat(activity.stream()
                        .mapToLong(row -> row.get("tickets").longValue())
                        .sum())
                .isEqualTo(MadeUpDesk.TICKETS);
        assertThat(activity.stream()
                        .mapToLong(row -> row.get("comments").longValue())
                        .sum())
                .isEqualTo(MadeUpDesk.COMMENTS);
    }

    @Test
    void no_way_to_reach_a_customer_has_left_production() {
        assertThat(restored("/customers", "id", MadeUpDesk.CUSTOMERS)).allSatisfy(customer -> {
            assertThat(customer.get("email").textValue()).isEqualTo("customer%s@customer1.invalid", customer.get("id"));
            assertThat(customer.get("emailDomain").textValue()).isEqualTo("customer1.invalid");
            assertThat(customer.get("phone").isNull()).isTrue();
        });
    }

    @Test
    void no_new_ticket_gets_the_number_of_one_that_production_deleted() {
        desk.newTicket(desk.newCustomer());

        List<JsonNode> ids = desk.get("/tickets?limit=100000").json().findValues("id");

        assertThat(ids).extracting(JsonNode::longValue).doesNotContainAnyElementsOf(MadeUpDesk.DELETED_IDS);
    }

    @Test
    void the_attachments_have_the_bytes_that_were_made_up() {
        List<JsonNode> attachments = restored("/attachments", "id", OddText.PATHS.size());
        Map<String, byte[]> files = MadeUpFiles.of(CustomerOne.SEED);

        assertThat(attachments).hasSize(20).allSatisfy(attachment -> assertThat(
                        desk.get("/attachments/" + attachment.get("id")).body())
                .isEqualTo(files.get(attachment.get("path").textValue())));
    }

    @Test
    void the_upload_directory_keeps_its_empty_directory_and_its_links() throws IOException {
        Path uploads = desk.uploads();

        assertThat(uploads.resolve(MadeUpFiles.EMPTY_DIRECTORY)).isEmptyDirectory();
        assertThat(Files.readSymbolicLink(uploads.resolve(MadeUpFiles.LINK))).hasToString(MadeUpFiles.LINK_TARGET);
        assertThat(Files.readSymbolicLink(uploads.resolve(MadeUpFiles.LINK_OUT)))
                .hasToString(MadeUpFiles.LINK_OUT_TARGET);
    }

    @Test
    void the_contracts_are_those_that_were_signed() {
        assertThat(restored("/contracts", "customerId", MadeUpDesk.CUSTOMERS)).hasSize(MadeUpDesk.CONTRACTS);
    }

    @Test
    void the_guest_of_clean_db_is_not_among_the_customers() {
        assertThat(desk.get("/customers?name=Guest").json()).isEmpty();
    }

    /** What is served of the rows that were restored: other tests add rows, whose ids are higher. */
    private static List<JsonNode> restored(String path, String id, long last) {
        List<JsonNode> rows = StreamSupport.stream(desk.get(path).json().spliterator(), false)
                .filter(row -> row.get(id).longValue() <= last)
                .toList();
        assertThat(rows).as(path).isNotEmpty();
        return rows;
    }
}
