package com.example.supportdesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.supportdesk.acceptance.RunningDesk.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EveryProfile
class CustomersIT {
    @RegisterExtension
    static final RunningDesk desk = new RunningDesk();

    @Test
    void customers_of_a_company_are_found_by_the_domain_that_they_write_from() {
        String company = UUID.randomUUID() + ".example";
        create("Ann", "ann@" + company.toUpperCase());
        create("Bo", "bo@" + company);

        JsonNode found = desk.get("/customers?domain=" + company).json();

        assertThat(found.findValuesAsText("name")).containsExactly("Ann", "Bo");
    }

    @Test
    void an_address_belongs_to_one_customer() {
        String email = UUID.randomUUID() + "@test.example";
        create("First", email);

        Answer second = create("Second", email);

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.json().get("problem").textValue())
                .contains("customer_email_key")
                .doesNotContain(email);
    }

    @Test
    void every_restored_contract_has_the_scan_that_its_row_names() {
        JsonNode contracts = desk.get("/contracts").json();

        assertThat(contracts).isNotEmpty().allSatisfy(contract -> {
            byte[] scan = desk.get("/customers/%s/contract".formatted(contract.get("customerId")))
                    .body();
            assertThat(Sha256.of(scan)).isEqualTo(contract.get("sha256").textValue());
        });
    }

    @Test
    void a_stored_contract_is_returned_byte_by_byte() {
        byte[] scan = new byte[100_000];
        new Random(11).nextBytes(scan);
        String contract = "/customers/%d/contract".formatted(desk.newCustomer());

        assertThat(desk.put(contract, scan).status()).isEqualTo(201);

        assertThat(desk.get(contract).body()).isEqualTo(scan);
    }

    private static Answer create(String name, String email) {
        return desk.post("/customers", Map.of("name", name, "email", email));
    }
}
