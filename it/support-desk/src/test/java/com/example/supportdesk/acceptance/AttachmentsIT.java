package com.example.supportdesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.supportdesk.acceptance.RunningDesk.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EveryProfile
class AttachmentsIT {
    @RegisterExtension
    static final RunningDesk desk = new RunningDesk();

    private final long ticket = desk.newTicket(desk.newCustomer());

    @Test
    void every_restored_attachment_downloads_with_the_hash_that_its_row_names() {
        JsonNode attachments = desk.get("/attachments").json();

        assertThat(attachments).isNotEmpty().allSatisfy(attachment -> {
            Answer download = desk.get("/attachments/" + attachment.get("id"));
            assertThat(download.status()).isEqualTo(200);
            assertThat(Sha256.of(download.body()))
                    .isEqualTo(attachment.get("sha256").textValue());
            assertThat(download.body()).hasSize(attachment.get("sizeBytes").intValue());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.bin", "Übersicht 1+1.bin", "🦊 \"quoted\" שלום.bin", "-rf", "100%.bin"})
    void an_uploaded_file_downloads_byte_by_byte(String name) {
        byte[] bytes = new byte[200_000];
        new Random(7).nextBytes(bytes);

        JsonNode attachment = upload(name, bytes).json();

        assertThat(attachment.get("fileName").textValue()).isEqualTo(name);
        assertThat(desk.get("/attachments/" + attachment.get("id")).body()).isEqualTo(bytes);
    }

    @Test
    void a_second_file_of_the_same_name_is_refused_and_the_first_stays() {
        JsonNode first = upload("log.txt", new byte[] {1}).json();

        assertThat(upload("log.txt", new byte[] {2}).status()).isEqualTo(409);

        assertThat(desk.get("/attachments/" + first.get("id")).body()).containsExactly(1);
    }

    @Test
    void a_file_for_a_ticket_that_does_not_exist_leaves_nothing_in_the_directory() {
        Answer answer = desk.put("/tickets/999999999/attachments/lost.txt", new byte[] {1});

        assertThat(answer.status()).isEqualTo(422);
        assertThat(desk.uploads().resolve("ticket-999999999")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "../escaped.txt", "sub/file.txt"})
    void a_name_that_is_a_path_is_refused(String name) {
        assertThat(upload(name, new byte[] {1}).status()).isEqualTo(400);
    }

    private Answer upload(String name, byte[] bytes) {
        // A segment of two dots alone would be resolved before it is sent.
        String segment = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
        return desk.put("/tickets/%d/attachments/%s".formatted(ticket, segment), bytes);
    }
}
