package dev.migrator.postgres;

import dev.migrator.error.MigratorException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server could not do its work for a reason that lies in the server, not in what it was asked: no disk, no memory, shut down. */
public final class ServerFailureException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private ServerFailureException(String problem, String server, String fix, @Nullable Throwable cause) {
        super(problem, server, fix, cause);
    }

    /**
     * The failure in words; empty where {@code refusal} is about the statement itself.
     *
     * @param server as {@link Database#server()} gives it
     */
    public static Optional<ServerFailureException> in(SQLException refusal, String server) {
        ServerRefusal said = ServerRefusal.of(refusal);
        String[] words = words(said.sqlState());
        return words.length == 0
                ? Optional.empty()
                : Optional.of(new ServerFailureException(words[0], server, words[1], said.withoutValues()));
    }

    /**
     * The same failure of a server that is better known by another name than its address.
     *
     * @param server what to call it: an embedded one by the directory of its data
     */
    public ServerFailureException of(String server) {
        return new ServerFailureException(problem(), server, fix(), getCause());
    }

    private static String[] words(String state) {
        return switch (state) {
            case "53100" ->
                new String[] {"the disk of the server is full", "Make room on the server's disk, then run again"};
            case "53200" ->
                new String[] {
                    "the server is out of memory",
                    "Lower migrator.jobs, or raise the server's memory, shared_buffers or max_locks_per_transaction"
                };
            case "53300" ->
                new String[] {
                    "the server has no connection left",
                    "Close other sessions, raise max_connections, or lower migrator.jobs"
                };
            case "55P03" ->
                new String[] {
                    "a lock was not to be had in time", "Wait until the other session's work is done and run again"
                };
            case "57P01", "57P02", "57P03" ->
                new String[] {
                    "the server shut down or ended our session",
                    "See the server's log, start it again if need be, and run again"
                };
            case "57P05" ->
                new String[] {
                    "the server ended an idle session of ours",
                    "Set idle_session_timeout = 0 for this role, and run again"
                };
            case "58030" -> new String[] {"the server cannot read or write its disk", "See the server's log"};
            default ->
                state.startsWith("08")
                        ? new String[] {
                            "the connection to the server broke",
                            "See the server's log and the network in between, and run again"
                        }
                        : new String[0];
        };
    }
}
