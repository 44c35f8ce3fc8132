package dev.migrator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.profile.capture.ColumnName;
import dev.migrator.profile.capture.MaskedColumn;
import dev.migrator.profile.capture.PersonalData;
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
        assertThat(settings.get(SettingKeys.PERSONAL_DATA)).isEqualTo(PersonalData.MASKED);
        assertThat(settings.get(SettingKeys.UNCLASSIFIED)).isEqualTo(Unclassified.FAIL);
        assertThat(settings.get(SettingKeys.MASK))
                .containsExactly(
                        new MaskedColumn("public", "customers", "email", "md5(email) || '@example.com'"),
                        new MaskedColumn("odd.schema", "t\"able", "note", "NULL"));
        assertThat(settings.get(SettingKeys.KEEP))
                .containsExactly(
                        new ColumnName("public", "customers", "id"), new ColumnName("sales", "orders", "total"));
    }
}
