package dev.migrator.postgres.embedded;

import dev.migrator.postgres.embedded.EmbeddedServer.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The embedded servers of this user on this machine: finds the one that is wanted, or starts it, and stops it.
 *
 * <p>Immutable and safe for use by several threads and several processes: what is done to one server is done one after the other.
 */
public final class EmbeddedServers {

    private static final System.Logger LOG = System.getLogger(EmbeddedServers.class.getName());
    private static final int PASSWORD_BYTES = 24;

    private final PostgresBinaries binaries;
    private final Path cache;

    /**
     * @param binaries where the programs come from when they are not in the cache yet
     * @param cache {@code migrator.cacheDirectory}: programs and data directories lie below it
     */
    public EmbeddedServers(PostgresBinaries binaries, Path cache) {
        this.binaries = binaries;
        this.cache = cache.toAbsolutePath().normalize();
    }

    /**
     * The server that is wanted, ready for connections; it runs until it is stopped, whatever becomes of this JVM.
     *
     * @throws EmbeddedServerException where it cannot be had, with the last lines of its log
     */
    public EmbeddedServer findOrStart(ServerSpec spec) {
        ServerAccount account = ServerAccount.choose();
        ServerHome home = new ServerHome(spec.home(cache), account);
        try {
            home.create();
            return FileMutex.holding(home.directory().resolve("lock"), () -> findOrStart(spec, home));
        } catch (IOException e) {
            throw unusable(home.directory(), e);
        }
    }

    private EmbeddedServer findOrStart(ServerSpec spec, ServerHome home) throws IOException {
        String version = PinnedBinaries.version(spec.major());
        Installation installation = Installation.of(cache, binaries, Platform.current(), version);
        Cluster cluster = new Cluster(home, installation);
        Postmaster postmaster = new Postmaster(home, installation);
        Optional<ServerState> known = ServerState.read(home.directory());
        if (known.isPresent() && cluster.exists()) {
            OptionalInt port = postmaster.port(known.get().password());
            if (port.isPresent() && wanted(known.get(), version, spec, home)) {
                return server(spec, home, port.getAsInt(), known.get(), Origin.FOUND);
            }
        }
        return start(spec, home, cluster, postmaster, known);
    }

    private EmbeddedServer start(
            ServerSpec spec, ServerHome home, Cluster cluster, Postmaster postmaster, Optional<ServerState> known)
            throws IOException {
        boolean outlivedBoot = known.isPresent()
                && Files.exists(PostmasterFile.in(home.data()))
                && !known.get().boot().equals(Boot.id());
        if (postmaster.runs()) {
            postmaster.stop();
        }
        Origin origin = Origin.STARTED;
        ServerState state;
        if (known.isPresent() && cluster.exists() && !outlivedBoot) {
            state = known.get();
        } else {
            if (outlivedBoot) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The machine went down while the server in {0} ran; its databases are thrown away, restore them again",
                        home.directory());
            }
            cluster.remove();
            state = new ServerState(password(), "", "", "");
            state.write(home.directory());
            cluster.create(state.password());
            origin = outlivedBoot ? Origin.RECREATED : Origin.CREATED;
        }
        state = state.startedAs(PinnedBinaries.version(spec.major()), Boot.id());
        state.write(home.directory());
        home.writeConf("wanted.conf", spec.configuration());
        int port = postmaster.start(spec.configuration());
        return server(spec, home, port, state, origin);
    }

    /** Whether the running server is of the pinned release and has the settings that are asked for. */
    private static boolean wanted(ServerState state, String version, ServerSpec spec, ServerHome home)
            throws IOException {
        Path file = home.conf().resolve("wanted.conf");
        return state.version().equals(version)
                && Files.exists(file)
                && Files.readString(file).equals(spec.configuration());
    }

    private static EmbeddedServer server(ServerSpec spec, ServerHome home, int port, ServerState state, Origin origin) {
        return new EmbeddedServer(spec.major(), port, state.password(), home.directory(), origin);
    }

    private static String password() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static EmbeddedServerException unusable(Path directory, IOException cause) {
        return new EmbeddedServerException(
                "cannot use the directory of the embedded server",
                directory.toString(),
                "Make it writable for the user that runs the build and see that its disk has room, or set migrator.cacheDirectory",
                cause);
    }

    /**
     * Stops the server if it runs; its databases are kept.
     *
     * @return whether one ran
     */
    public boolean stop(ServerSpec spec) {
        return halt(spec, Postmaster::stop);
    }

    /** Stops the server if it runs and removes its databases, its log and its password. */
    public void discard(ServerSpec spec) {
        halt(spec, Postmaster::kill);
        Path home = spec.home(cache);
        try {
            PrivateFiles.deleteTree(home);
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private boolean halt(ServerSpec spec, Halt how) {
        Path directory = spec.home(cache);
        if (!Files.isDirectory(directory)) {
            return false;
        }
        ServerHome home = new ServerHome(directory, ServerAccount.choose());
        try {
            return FileMutex.holding(directory.resolve("lock"), () -> {
                String version = PinnedBinaries.version(spec.major());
                Postmaster postmaster =
                        new Postmaster(home, Installation.of(cache, binaries, Platform.current(), version));
                boolean runs = postmaster.runs();
                if (runs) {
                    how.apply(postmaster);
                }
                return runs;
            });
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** One way to stop a server. */
    @FunctionalInterface
    private interface Halt {
        void apply(Postmaster postmaster) throws IOException;
    }
}
