package dev.migrator.profile.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A library that takes any security label, compiled where the machine has gcc and the headers of the server's major. */
final class LabelLibrary {

    /** By which labels name it. */
    static final String PROVIDER = "it_labels";

    private static final String SOURCE = """
            #include "postgres.h"
            #include "commands/seclabel.h"
            #include "fmgr.h"

            PG_MODULE_MAGIC;
            void _PG_init(void);

            static void take(const ObjectAddress *object, const char *label) {}

            void _PG_init(void) { register_label_provider("%s", take); }
            """.formatted(PROVIDER);

    private LabelLibrary() {}

    /** The compiled file, without its suffix, as LOAD takes it; empty where this machine cannot make it. */
    static Optional<Path> in(Path folder, int major) throws IOException, InterruptedException {
        for (String program : List.of("/usr/lib/postgresql/" + major + "/bin/pg_config", "pg_config")) {
            if (output(program, "--version").startsWith("PostgreSQL " + major + ".")) {
                Path source = Files.writeString(folder.resolve(PROVIDER + ".c"), SOURCE);
                String headers = output(program, "--includedir-server").strip();
                Path library = folder.resolve(PROVIDER + ".so");
                output("gcc", "-shared", "-fPIC", "-I" + headers, source.toString(), "-o", library.toString());
                return Files.exists(library) ? Optional.of(folder.resolve(PROVIDER)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What a program says; nothing where there is no such program. */
    private static String output(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes());
            process.waitFor();
            return output;
        } catch (IOException e) {
            return "";
        }
    }
}
