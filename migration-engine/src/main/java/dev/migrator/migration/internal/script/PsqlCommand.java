package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;

/** A command of psql itself ({@code \i}, {@code \set} …): only psql can run it, and psql is not needed here. */
final class PsqlCommand {

    /** pg_dump puts these around a dump so that nothing in it can reach psql; nothing here can. */
    private static final Set<String> HARMLESS = Set.of("restrict", "unrestrict");

    private PsqlCommand() {}

    /** Skips the command whose backslash has just been read if it may be skipped. */
    static void pass(ScriptReader script, int line, boolean insideStatement) throws IOException {
        StringBuilder name = new StringBuilder();
        while (script.peek(0) > ' ' && name.length() < 20) {
            name.append((char) script.read());
        }
        if (!insideStatement && HARMLESS.contains(name.toString())) {
            script.transferLine(Writer.nullWriter());
            return;
        }
        throw new ScriptFault(
                "\\" + name + " is a command of psql, not SQL",
                line,
                "Replace it by SQL; a script is run without psql");
    }
}
