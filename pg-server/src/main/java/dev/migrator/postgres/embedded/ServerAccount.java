package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final ServerAccount PLAIN = new ServerAccount("plain", List.of(), null);

    /** Accounts that own nothing of worth, in order of preference. */
    private static final List<String> UNPRIVILEGED = List.of("nobody", "daemon");

    /** The first way that works here, tried by running a command in it. */
    static ServerAccount choose() {
        List<String> tried = new ArrayList<>();
        for (ServerAccount account : candidates()) {
            if (account.works()) {
                return account;
            }
            tried.add(account.how);
        }
        throw new EmbeddedServerException(
                "PostgreSQL does not run as root, and no way to run it as another user works here",
                "tried " + String.join(", ", tried),
                "Run the build as an ordinary user, or give the URL of a server as migrator.target.url");
    }

    /** All ways, best first: one that leaves the files with this user keeps them where nobody else can look. */
    static List<ServerAccount> candidates() {
        List<ServerAccount> all = new ArrayList<>();
        if (!runsAsRoot()) {
            all.add(PLAIN);
        }
        for (String account : UNPRIVILEGED) {
            Optional<String> uid = id("-u", account);
            Optional<String> gid = id("-g", account);
            if (uid.isEmpty() || gid.isEmpty()) {
                continue;
            }
            all.add(new ServerAccount(
                    "unshare",
                    List.of("unshare", "--user", "--map-user=" + uid.get(), "--map-group=" + gid.get(), "--"),
                    null));
            if (runsAsRoot()) {
                String ids = uid.get() + ":" + gid.get();
                all.add(new ServerAccount(
                        "setpriv",
                        List.of("setpriv", "--reuid=" + uid.get(), "--regid=" + gid.get(), "--clear-groups", "--"),
                        account));
                all.add(new ServerAccount("runuser", List.of("runuser", "-u", account, "--"), account));
                all.add(new ServerAccount("su-exec", List.of("su-exec", ids), account));
                all.add(new ServerAccount("gosu", List.of("gosu", ids), account));
                all.add(new ServerAccount("chroot", List.of("chroot", "--userspec=" + ids, "/"), account));
                all.add(new ServerAccount("sudo", List.of("sudo", "-n", "-u", account, "--"), account));
            }
        }
        return all;
    }

    /** The command as it is to be run. */
    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Whether this account can reach the directory through all those above it. */
    boolean reaches(Path directory) throws IOException {
        return owner == null
                || Program.run(command(List.of("test", "-x", directory.toString())))
                        .succeeded();
    }

    /** Whether a command runs, as somebody who is not root and who has a name. */
    private boolean works() {
        if (isWindows()) {
            return this.equals(PLAIN);
        }
        try {
            Program who = Program.run(command(List.of("id", "-u")));
            return who.succeeded()
                    && !who.output().equals("0")
                    && Program.run(command(List.of("id", "-un"))).succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    static boolean runsAsRoot() {
        return !isWindows() && id("-u", null).filter("0"::equals).isPresent();
    }

    private static Optional<String> id(String what, @Nullable String account) {
        try {
            Program id = Program.run(account == null ? List.of("id", what) : List.of("id", what, account));
            return id.succeeded() ? Optional.of(id.output()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
