package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL's programs run, since they refuse to run as root and want a user with a name.
 *
 * @param how the tool that switches the user, for messages: {@code unshare}; {@code plain} where none is needed
 * @param prefix what goes before a command
 * @param owner the account that the data directory must belong to; null where its files are this process's own
 */
record ServerAccount(
        String how, List<String> prefix, @Nullable String owner) {

    /** As the user that this JVM runs as. */
    static final ServerAccount PLAIN = new ServerAccount("plain", List.of(), null);

    /** The command as it is to be run. */
    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Whether a command runs, as somebody who is not root and who has a name: found out by running one. */
    boolean works() {
        try {
            Program who = Program.run(command(List.of("id", "-u")));
            return who.succeeded()
                    && !who.output().equals("0")
                    && Program.run(command(List.of("id", "-un"))).succeeded();
        } catch (IOException e) {
            // The tool is not there.
            return false;
        }
    }

    /** Whether the account can get to what lies in the directory, through all those above it. */
    boolean reaches(Path directory) throws IOException {
        return owner == null
                || Program.run(command(List.of("test", "-x", directory.toString())))
                        .succeeded();
    }
}
