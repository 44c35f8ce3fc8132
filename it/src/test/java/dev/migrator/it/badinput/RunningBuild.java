package dev.migrator.it.badinput;

import dev.migrator.it.maven.MavenBuild;
import dev.migrator.it.maven.MavenResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A build that goes on while a test does something to it or to its servers. */
record RunningBuild(Process process, Path output) {

    static RunningBuild start(MavenBuild build, Path folder) throws IOException {
        Path output = Files.createTempFile(folder, "running", ".log");
        return new RunningBuild(build.start(output), output);
    }

    /** Starts it and returns when it stands before the gate. */
    static RunningBuild upTo(Gate gate, MavenBuild build, Path folder) throws Exception {
        RunningBuild running = start(build, folder);
        gate.await(running);
        return running;
    }

    void signal(Signal signal) throws IOException, InterruptedException {
        new ProcessBuilder(List.of("kill", "-" + signal, String.valueOf(process.pid())))
                .start()
                .waitFor();
    }

    /** What it has printed so far. */
    String printed() throws IOException {
        return Files.readString(output);
    }

    /** Waits for its end. */
    MavenResult result() throws IOException, InterruptedException {
        int exitCode = process.waitFor();
        return new MavenResult(exitCode, printed());
    }
}
