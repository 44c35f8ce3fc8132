package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways to run PostgreSQL's programs as somebody whom they accept, best first.
 *
 * <p>As root, a user namespace comes first: inside it the programs see another user, outside the files stay root's own, in directories
 * that nobody else can look into. Containers often forbid it; then one of the tools that change the user does, and the data belongs to
 * an account without rights.
 */
final class AccountChoice {

    /** Accounts that own nothing of worth, in order of preference. */
    private static final List<String> UNPRIVILEGED = List.of("nobody", "daemon");

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private AccountChoice() {}

    /** The first way that works here. */
    static ServerAccount first() {
        return WINDOWS || (!isRoot() && ServerAccount.PLAIN.works()) ? ServerAccount.PLAIN : first(all());
    }

    /** The first of {@code ways} that works here. */
    static ServerAccount first(List<ServerAccount> ways) {
        return ways.stream().filter(ServerAccount::works).findFirst().orElseThrow(() -> noneOf(ways));
    }

    /** A way that can use data that belongs to {@code owner}, null being this process itself. */
    static Optional<ServerAccount> owning(@Nullable String owner) {
        return all().stream()
                .filter(way -> owner == null ? way.owner() == null : owner.equals(way.owner()))
                .filter(ServerAccount::works)
                .findFirst();
    }

    /** All ways that this user may try. */
    static List<ServerAccount> all() {
        boolean root = isRoot();
        List<ServerAccount> all = new ArrayList<>();
        if (!root) {
            all.add(ServerAccount.PLAIN);
        }
        for (String account : UNPRIVILEGED) {
            Optional<String> uid = id("-u", account);
            Optional<String> gid = id("-g", account);
            if (uid.isPresent() && gid.isPresent()) {
                all.add(namespace(uid.get(), gid.get()));
                if (root) {
                    all.addAll(switches(account, uid.get(), gid.get()));
                }
            }
        }
        return all;
    }

    private static ServerAccount namespace(String uid, String gid) {
        return new ServerAccount(
                "unshare", List.of("unshare", "--user", "--map-user=" + uid, "--map-group=" + gid, "--"), null);
    }

    private static List<ServerAccount> switches(String account, String uid, String gid) {
        String both = uid + ":" + gid;
        return List.of(
                new ServerAccount(
                        "setpriv",
                        List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"),
                        account),
                new ServerAccount("runuser", List.of("runuser", "-u", account, "--"), account),
                new ServerAccount("chroot", List.of("chroot", "--userspec=" + both, "/"), account),
                new ServerAccount("su-exec", List.of("su-exec", both), account),
                new ServerAccount("gosu", List.of("gosu", both), account),
                new ServerAccount("sudo", List.of("sudo", "-n", "-u", account, "--"), account));
    }

    static boolean isRoot() {
        return !WINDOWS && id("-u", null).filter("0"::equals).isPresent();
    }

    private static Optional<String> id(String what, @Nullable String account) {
        try {
            Program id = Program.run(account == null ? List.of("id", what) : List.of("id", what, account));
            return id.succeeded() ? Optional.of(id.output()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static EmbeddedServerException noneOf(List<ServerAccount> ways) {
        List<String> names = ways.stream().map(ServerAccount::how).distinct().toList();
        return new EmbeddedServerException(
                "PostgreSQL runs neither as root nor as a user without a name, and no way to run it as another works here",
                names.isEmpty()
                        ? "there is no account called " + String.join(" or ", UNPRIVILEGED)
                        : "tried " + String.join(", ", names),
                "Run the build as an ordinary user, or give the URL of a server as migrator.target.url");
    }
}
