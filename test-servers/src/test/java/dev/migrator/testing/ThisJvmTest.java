package dev.migrator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ThisJvmTest {

    private static final List<String> EMBEDDED = List.of(
            "-Dit.backend=embedded",
            "-Dit.majors=" + PostgresSource.wantedMajors().get(0));

    @Test
    void what_a_killed_jvm_left_running_is_ended_by_the_next_one() throws Exception {
        String[] ports =
                lastLine(ForkedJvm.startWith(EMBEDDED, KilledTests.class)).split(" ", -1);
        int postgres = Integer.parseInt(ports[0]);
        int s3 = Integer.parseInt(ports[1]);
        assertThat(answers(postgres)).isTrue();
        assertThat(answers(s3)).isTrue();

        ForkedJvm.startWith(EMBEDDED, OtherTests.class).output();

        assertThat(answers(postgres)).isFalse();
        assertThat(answers(s3)).isFalse();
    }

    @Test
    void servers_end_with_their_jvm_and_those_of_living_jvms_go_on() throws Exception {
        int mine = ThrowAway.OF_THIS_JVM
                .postgres(PostgresSource.wantedMajors().get(0))
                .port();

        int other = Integer.parseInt(lastLine(ForkedJvm.startWith(EMBEDDED, OtherTests.class)));

        assertThat(answers(other)).isFalse();
        assertThat(answers(mine)).isTrue();
    }

    private static String lastLine(ForkedJvm jvm) throws Exception {
        String output = jvm.output();
        return output.substring(output.lastIndexOf('\n') + 1);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
