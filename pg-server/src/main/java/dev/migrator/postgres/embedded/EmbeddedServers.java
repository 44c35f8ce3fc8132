package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The embedded servers of this user on this machine: finds the one that is wanted, or starts it, and stops it.
 *
 * <p>Immutable and safe for use by several threads and several processes: what is done to one server is done one after the other.
 */
public final class EmbeddedServers {

    private final PostgresBinaries binaries;
    private final Path cache;
    private final Supplier<ServerAccount> accounts;

    /**
     * The servers below one cache.
     *
     * @param binaries where the programs come from when they are not in the cache yet
     * @param cache {@code migrator.cacheDirectory}: programs and data directories lie below it
     */
    public EmbeddedServers(PostgresBinaries binaries, Path cache) {
        this(binaries, cache, AccountChoice::first);
    }

    EmbeddedServers(PostgresBinaries binaries, Path cache, Supplier<ServerAccount> accounts) {
        this.binaries = binaries;
        this.cache = cache.toAbsolutePath().normalize();
        this.accounts = accounts;
    }

    /**
     * The server that is wanted, ready for connections; it runs until it is stopped, whatever becomes of this JVM.
     *
     * @throws EmbeddedServerException where it cannot be had, with the last lines of its log
     */
    public EmbeddedServer findOrStart(ServerSpec spec) {
        // Refuses a major that there is none of before anything is made for it.
        PinnedBinaries.version(spec.major());
        return alone(spec, home -> {
            home.create();
            return startup(spec, home).findOrStart();
        });
    }

    /** The server that is wanted, if it runs, with the wanted settings. */
    public Optional<EmbeddedServer> find(ServerSpec spec) {
        return alone(spec, home -> startup(spec, home).find());
    }

    /**
     * Stops the server if it runs; its databases are kept.
     *
     * @return whether one ran
     */
    public boolean stop(ServerSpec spec) {
        return alone(spec, home -> halt(home, Postmaster::stop));
    }

    /** Stops the server if it runs and removes its databases, its log and its password. */
    public void discard(ServerSpec spec) {
        alone(spec, home -> {
            halt(home, Postmaster::kill);
            home.remove();
            return home;
        });
    }

    private Startup startup(ServerSpec spec, ServerHome home) {
        return new Startup(spec, home, version -> installation(home, version));
    }

    private Installation installation(ServerHome home, String version) {
        return Installation.of(home.cache(), binaries, Platform.current(), version);
    }

    private boolean halt(ServerHome home, Halt how) throws IOException {
        Optional<ServerState> state = ServerState.read(home.directory());
        if (state.isEmpty() || PostmasterFile.running(home.data()).isEmpty()) {
            return false;
        }
        how.apply(new Postmaster(home, installation(home, state.get().version())));
        return true;
    }

    /** Does what is to be done to the server while nobody else does anything to it. */
    private <T> T alone(ServerSpec spec, Task<T> task) {
        Path directory = spec.home(cache);
        try {
            ServerAccount account = accounts.get();
            Path reachable = ReachableCache.of(cache, account);
            directory = spec.home(reachable);
            ServerHome home = new ServerHome(reachable, directory, owning(directory, account));
            return FileMutex.holding(home.lock(), () -> task.run(home));
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** Data that was made in another way than the one at hand can be used by its owner only. */
    private static ServerAccount owning(Path directory, ServerAccount account) throws IOException {
        Path data = directory.resolve("data");
        if (!Files.exists(data)) {
            return account;
        }
        String dataOwner = Files.getOwner(data).getName();
        String owner = dataOwner.equals(PrivateFiles.owner()) ? null : dataOwner;
        if (Objects.equals(owner, account.owner())) {
            return account;
        }
        return AccountChoice.owning(owner)
                .orElseThrow(() -> new EmbeddedServerException(
                        "no way to run PostgreSQL as the owner of its data",
                        data + ", owner " + dataOwner,
                        "Run the build as before, or delete the directory and restore again"));
    }

    private static EmbeddedServerException unusable(Path directory, IOException cause) {
        return new EmbeddedServerException(
                "cannot use the directory of the embedded server",
                directory + owner(directory),
                "Make it writable for the user that runs the build and see that its disk has room, or set migrator.cacheDirectory",
                cause);
    }

    private static String owner(Path directory) {
        try {
            return ", owner " + Files.getOwner(directory).getName();
        } catch (IOException e) {
            return "";
        }
    }

    /** What is done to a server. */
    @FunctionalInterface
    private interface Task<T> {
        T run(ServerHome home) throws IOException;
    }

    /** One way to stop a server. */
    @FunctionalInterface
    private interface Halt {
        void apply(Postmaster postmaster) throws IOException;
    }
}
