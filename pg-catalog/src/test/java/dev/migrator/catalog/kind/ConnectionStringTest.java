package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStringTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  host=db   user = app  ",
                "host=/tmp,db port='5432' user='o\\'brien' options='-c a=b\\ c' passfile=/etc/pass sslkey=k",
                "postgresql://",
                "postgres://app@db:5433,[::1]/app?sslmode=require&options=-c%20a%3Db",
                "postgresql:///app?host=/tmp"
            })
    void isAsItWasWhereNothingInItIsSecret(String text) {
        assertThat(ConnectionString.withoutSecrets(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "host=db password=planted user=app|host=db user=app",
                "password=planted|",
                "host=db password='plan\\'ted planted' user=app|host=db user=app",
                "host=db password = plan\\ ted\\\\ user=app|host=db user=app",
                "host=db password=  'planted'user=app|host=db user=app",
                "host=db password= planted|host=db",
                "host=db password=planted\\|host=db",
                "sslpassword=planted host=db oauth_client_secret=planted scram_client_key=planted|host=db",
                "postgresql://app:planted@db/x|postgresql://app@db/x",
                "postgres://app:pl%40nted@db:1,other/x?a=b|postgres://app@db:1,other/x?a=b",
                "postgresql://:planted@db|postgresql://@db",
                "postgresql://db/x?user=app&password=planted&a=b|postgresql://db/x?user=app&a=b",
                "postgresql://app@db?pass%77ord=planted|postgresql://app@db"
            })
    void losesWhatIsSecretAndNothingElse(String text, String left) {
        assertThat(ConnectionString.withoutSecrets(text)).isEqualTo(left == null ? "" : left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host=db password='planted", "planted", "host=db planted user=app", "=planted"})
    void isEmptyWhereNobodyCanTellWhatIsSecret(String text) {
        assertThat(ConnectionString.withoutSecrets(text)).isEmpty();
    }

    @Test
    void aLongOneDoesNotOverflowTheStack() {
        String text = "user='" + "\\'x".repeat(100_000) + "'";
        assertThat(ConnectionString.withoutSecrets(text)).isEqualTo(text);
    }
}
