package dev.migrator.postgres.embedded;

import dev.migrator.postgres.embedded.EmbeddedServer.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Brings the server of one home to run as it is wanted, from whatever state builds, kills and crashes have left it in. Called by one
 * at a time.
 */
final class Startup {

    private static final System.Logger LOG = System.getLogger(EmbeddedServers.class.getName());
    private static final int PASSWORD_BYTES = 24;

    private final ServerSpec spec;
    private final ServerHome home;
    private final Function<String, Installation> installations;
    private final String version;

    Startup(ServerSpec spec, ServerHome home, Function<String, Installation> installations) {
        this.spec = spec;
        this.home = home;
        this.installations = installations;
        this.version = PinnedBinaries.version(spec.major());
    }

    EmbeddedServer findOrStart() throws IOException {
        Optional<EmbeddedServer> running = find();
        return running.isPresent() ? running.get() : start();
    }

    /** The server, if it runs, answers, is of the pinned release and has the settings that are asked for. */
    Optional<EmbeddedServer> find() throws IOException {
        Optional<ServerState> state = ServerState.read(home.directory());
        if (state.isEmpty()
                || !state.get().version().equals(version)
                || !state.get().settings().equals(spec.settingsDigest())) {
            return Optional.empty();
        }
        OptionalInt port = new Listening(home.data(), state.get().password()).port();
        return port.isPresent() ? Optional.of(server(state.get(), port.getAsInt(), Origin.FOUND)) : Optional.empty();
    }

    private EmbeddedServer start() throws IOException {
        Optional<ServerState> before = ServerState.read(home.directory());
        if (before.isPresent() && PostmasterFile.running(home.data()).isPresent()) {
            new Postmaster(home, installations.apply(before.get().version())).stop();
        }
        Installation installation = installations.apply(version);
        Cluster cluster = new Cluster(home, installation);
        Origin origin = origin(before, cluster);
        ServerState state;
        if (origin == Origin.STARTED) {
            state = before.orElseThrow().startedNow(version, spec.settingsDigest());
            state.write(home.directory());
        } else {
            cluster.remove();
            state = new ServerState(newPassword(), "", "", "").startedNow(version, spec.settingsDigest());
            // Before the data, so that there is never data whose password nobody knows.
            state.write(home.directory());
            cluster.create(state.password());
        }
        int port = new Postmaster(home, installation).start(spec.configuration(), new Ports(home.conf()));
        return server(state, port, origin);
    }

    private Origin origin(Optional<ServerState> before, Cluster cluster) {
        if (before.isEmpty() || !cluster.exists()) {
            return Origin.CREATED;
        }
        boolean ranWhenTheMachineWentDown = Files.exists(PostmasterFile.in(home.data()))
                && !before.get().boot().equals(Boot.id());
        if (ranWhenTheMachineWentDown) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The machine went down while the server in {0} ran; its databases are thrown away, restore them again",
                    home.directory());
            return Origin.RECREATED;
        }
        return Origin.STARTED;
    }

    private EmbeddedServer server(ServerState state, int port, Origin origin) {
        return new EmbeddedServer(spec.major(), port, state.password(), home.directory(), origin);
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
