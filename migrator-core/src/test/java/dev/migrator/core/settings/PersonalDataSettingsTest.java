package dev.migrator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalDataSettingsTest {

    @Test
    void masksAndKeptColumnsNameTheirTablesAsSqlDoes(@TempDir Path folder) {
        Settings settings = new Project(folder).profileYaml("customer1", """
                        personalData: masked
                        unclassified: fail
                        mask:
                          customers:
                            email: "md5(email) || '@example.com'"
                          '"odd.schema"."t""able"':
                            note: "NULL"
                        keep: [customers.id, sales.orders.total]
                        """).settings();
        assertThat(settings.get(SettingKeys.PERSONAL_DATA)).isEqualTo(PersonalDataDecision.MASKED);
        assertThat(settings.get(SettingKeys.UNCLASSIFIED)).isEqualTo(Unclassified.FAIL);
        assertThat(settings.get(SettingKeys.MASK))
                .containsExactly(
                        new MaskExpression(
                                new ColumnName("public", "customers", "email"), "md5(email) || '@example.com'"),
                        new MaskExpression(new ColumnName("odd.schema", "t\"able", "note"), "NULL"));
        assertThat(settings.get(SettingKeys.KEEP))
                .containsExactly(
                        new ColumnName("public", "customers", "id"), new ColumnName("sales", "orders", "total"));
    }
}
