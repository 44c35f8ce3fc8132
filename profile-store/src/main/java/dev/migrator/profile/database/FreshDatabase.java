package dev.migrator.profile.database;

import dev.migrator.catalog.DatabaseState;
import dev.migrator.postgres.ServerVersion;
import dev.migrator.postgres.SqlText;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.profile.event.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Creates the empty database that a restore fills, with encoding, locale and tablespace of the source where this server has them. */
final class FreshDatabase {

    /** What servers of different majors and platforms answer when they lack a locale, a provider or a combination of them. */
    private static final Set<String> NO_SUCH_LOCALE = Set.of("22023", "42809", "42704", "0A000", "XX000");

    private static final String TABLESPACE = """
            SELECT pg_catalog.quote_ident(spcname) FROM pg_catalog.pg_tablespace
            WHERE spcname = ? AND pg_catalog.has_tablespace_privilege(oid, 'CREATE')
            """;

    private final Connection server;
    private final ProgressListener listener;

    FreshDatabase(Connection server, ProgressListener listener) {
        this.server = server;
        this.listener = listener;
    }

    void create(String name, DatabaseShape shape) throws SQLException {
        String owner = shape.owned() && shape.state() != null
                ? " OWNER " + SqlText.name(shape.state().owner())
                : "";
        List<String> locales = shape.state() == null ? List.of("") : locales(shape.state(), ServerVersion.of(server));
        for (int i = 0; ; i++) {
            try (var statement = server.createStatement()) {
                statement.execute("CREATE DATABASE " + SqlText.name(name) + " TEMPLATE template0" + owner
                        + tablespace(shape) + locales.get(i));
            } catch (SQLException e) {
                if (i + 1 < locales.size() && NO_SUCH_LOCALE.contains(String.valueOf(e.getSQLState()))) {
                    continue;
                }
                throw e;
            }
            if (i > 0 && shape.state() != null) {
                listener.on(new Notice("the server has not the source's locale (" + words(shape.state())
                        + "); texts may sort and change case otherwise"));
            }
            return;
        }
    }

    /** The source's, where the server has it and the role may create in it. */
    private String tablespace(DatabaseShape shape) throws SQLException {
        if (!shape.placed() || shape.state() == null) {
            return "";
        }
        try (var query = server.prepareStatement(TABLESPACE)) {
            query.setString(1, shape.state().tablespace());
            try (var row = query.executeQuery()) {
                return row.next() ? " TABLESPACE " + row.getString(1) : "";
            }
        }
    }

    /** The source's own, then the server's default, then the one that goes with every encoding. */
    private static List<String> locales(DatabaseState state, ServerVersion version) {
        String encoding = " ENCODING " + SqlText.literal(state.encoding());
        List<String> locales = new ArrayList<>();
        if (known(state.localeProvider(), version)) {
            locales.add(encoding + exact(state, version));
        }
        locales.add(encoding);
        locales.add(encoding + (version.atLeast(15) ? " LOCALE_PROVIDER libc" : "") + " LC_COLLATE 'C' LC_CTYPE 'C'");
        return locales;
    }

    private static boolean known(String provider, ServerVersion version) {
        return switch (provider) {
            case "libc" -> true;
            case "icu" -> version.atLeast(15);
            default -> version.atLeast(17);
        };
    }

    private static String exact(DatabaseState state, ServerVersion version) {
        StringBuilder options = new StringBuilder();
        if (version.atLeast(15)) {
            options.append(" LOCALE_PROVIDER ").append(state.localeProvider());
        }
        options.append(" LC_COLLATE ").append(SqlText.literal(state.collate()));
        options.append(" LC_CTYPE ").append(SqlText.literal(state.ctype()));
        if (state.locale() != null) {
            options.append(state.localeProvider().equals("icu") ? " ICU_LOCALE " : " BUILTIN_LOCALE ")
                    .append(SqlText.literal(state.locale()));
        }
        if (state.icuRules() != null && version.atLeast(16)) {
            options.append(" ICU_RULES ").append(SqlText.literal(state.icuRules()));
        }
        return options.toString();
    }

    private static String words(DatabaseState state) {
        return state.localeProvider() + " " + (state.locale() == null ? state.collate() : state.locale());
    }
}
