package dev.migrator.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the database as a whole and {@code pg_dump -s} leaves out: what {@code CREATE DATABASE} fixes for ever, and what
 * {@code ALTER DATABASE} sets.
 *
 * @param encoding {@code UTF8}
 * @param localeProvider {@code libc}, {@code icu} or {@code builtin}
 * @param locale the ICU or builtin locale; null with libc
 * @param icuRules of 16 on; null without
 * @param owner the role that owns the database
 * @param connectionLimit -1 for none
 * @param settings {@code ALTER DATABASE … SET}, each as {@code name TO value} is written after SET, in the order stored
 * @param roleSettings {@code ALTER ROLE … IN DATABASE … SET}
 * @param privileges every privilege in force on the database, as in {@link CatalogObject}
 * @param grants the statements that give them, with {@code %s} in the place of the database's quoted name
 */
public record DatabaseState(
        String encoding,
        String localeProvider,
        String collate,
        String ctype,
        @Nullable String locale,
        @Nullable String icuRules,
        String owner,
        int connectionLimit,
        List<String> settings,
        List<RoleSettings> roleSettings,
        List<String> privileges,
        List<Grant> grants,
        @Nullable String comment) {

    /** The settings of one role in this database. */
    public record RoleSettings(String role, List<String> settings) {

        public RoleSettings {
            settings = List.copyOf(settings);
        }
    }

    /**
     * A GRANT or REVOKE on the database.
     *
     * @param before what stands before the database's name: {@code GRANT CONNECT ON DATABASE }
     * @param after what stands after it: {@code  TO reader}
     * @param roles that it names
     */
    public record Grant(String before, String after, List<String> roles) {

        public Grant {
            roles = List.copyOf(roles);
        }
    }

    public DatabaseState {
        settings = List.copyOf(settings);
        roleSettings = List.copyOf(roleSettings);
        privileges = List.copyOf(privileges);
        grants = List.copyOf(grants);
    }
}
