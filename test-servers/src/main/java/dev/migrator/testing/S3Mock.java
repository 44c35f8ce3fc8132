package dev.migrator.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S3Mock as a child process, its objects in a directory that is deleted with it when this JVM ends. */
final class S3Mock {

    private static final Pattern PORT = Pattern.compile("Tomcat started on ports? .*?(\\d+) \\(http\\)");
    private static final Pattern READY = Pattern.compile("Started S3MockApplication");

    private S3Mock() {}

    static TestS3 start() {
        ThrowAway all = ThrowAway.OF_THIS_JVM;
        Path directory = all.jvm().directory("s3mock");
        // C1 alone: it lives for seconds, and its start is what takes long.
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-Djava.io.tmpdir=" + directory,
                "-jar",
                all.programs().s3Mock().toString(),
                "--server.port=0",
                "--http.port=0",
                "--com.adobe.testing.s3mock.store.root=" + directory.resolve("objects"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            all.jvm().adopt(process);
            int port = awaitPort(process);
            return new TestS3("S3Mock", URI.create("http://127.0.0.1:" + port), "us-east-1", "any", "any");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It chooses a free port, and tells it in its log before it says that it is ready. */
    private static int awaitPort(Process process) throws IOException {
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        int port = 0;
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            Matcher started = PORT.matcher(line);
            if (started.find()) {
                port = Integer.parseInt(started.group(1));
            } else if (port > 0 && READY.matcher(line).find()) {
                Thread drain = new Thread(() -> log.lines().forEach(ignored -> {}), "s3mock-log");
                drain.setDaemon(true);
                drain.start();
                return port;
            }
        }
        throw new IOException("S3Mock does not start:\n" + said);
    }
}
