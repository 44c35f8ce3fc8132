package dev.migrator.catalog;

import dev.migrator.postgres.SqlText;
import java.util.ArrayList;
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
 * @param settings {@code ALTER DATABASE … SET}, in the order stored
 * @param roleSettings {@code ALTER ROLE … IN DATABASE … SET}, by role
 * @param privileges every privilege in force on the database, as in {@link CatalogObject}
 * @param grants the statements that lead to them from those of a new database
 * @param tablespace what lies in none of its own lies there; null for {@code pg_default}
 * @param labels by provider; may be null for none, as in older manifests
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
        List<Setting> settings,
        List<RoleSettings> roleSettings,
        List<String> privileges,
        List<Grant> grants,
        @Nullable String comment,
        @Nullable String tablespace,
        @Nullable List<SecurityLabel> labels) {

    private static final int NO_LIMIT = -1;

    /**
     * One setting.
     *
     * @param name as SET takes it, quoted where need be
     * @param value as SET takes it after TO: a literal or a list of them
     */
    public record Setting(String name, String value) {

        /** As it is written after SET: {@code search_path TO 'app', 'public'}. */
        @Override
        public String toString() {
            return name + " TO " + value;
        }
    }

    /** The settings of one role in this database. */
    public record RoleSettings(String role, List<Setting> settings) {

        public RoleSettings {
            settings = List.copyOf(settings);
        }
    }

    /**
     * A GRANT or REVOKE on the database.
     *
     * @param before what stands before the database's name: {@code GRANT CONNECT ON DATABASE}
     * @param after what stands after it: {@code TO reader}
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
        labels = labels == null ? List.of() : List.copyOf(labels);
    }

    /** Never null. */
    @Override
    public List<SecurityLabel> labels() {
        return labels == null ? List.of() : labels;
    }

    /** The same with another comment. */
    public DatabaseState withComment(@Nullable String other) {
        return new DatabaseState(
                encoding,
                localeProvider,
                collate,
                ctype,
                locale,
                icuRules,
                owner,
                connectionLimit,
                settings,
                roleSettings,
                privileges,
                grants,
                other,
                tablespace,
                labels);
    }

    /**
     * The statements that give another database these settings, owner, privileges, comment and labels; encoding, locale and tablespace are
     * given when a database is made.
     *
     * @param database the name of the database to change
     */
    public DdlPlan plan(String database) {
        List<Statement> statements = new ArrayList<>();
        String name = SqlText.name(database);
        ObjectId id = ObjectId.of(ObjectKind.DATABASE, null, database);
        add(
                statements,
                id,
                Aspect.OWNER,
                "ALTER DATABASE " + name + " OWNER TO " + SqlText.name(owner),
                List.of(owner));
        if (connectionLimit != NO_LIMIT) {
            add(
                    statements,
                    id,
                    Aspect.DEFINITION,
                    "ALTER DATABASE " + name + " CONNECTION LIMIT " + connectionLimit,
                    List.of());
        }
        for (Setting setting : settings) {
            add(statements, id, Aspect.DEFINITION, "ALTER DATABASE " + name + " SET " + setting, List.of());
        }
        for (RoleSettings of : roleSettings) {
            String role = "ALTER ROLE " + SqlText.name(of.role) + " IN DATABASE " + name + " SET ";
            of.settings.forEach(setting -> add(statements, id, Aspect.DEFINITION, role + setting, List.of(of.role)));
        }
        for (Grant grant : grants) {
            add(statements, id, Aspect.PRIVILEGES, grant.before + " " + name + " " + grant.after, grant.roles);
        }
        if (comment != null) {
            add(
                    statements,
                    id,
                    Aspect.COMMENT,
                    "COMMENT ON DATABASE " + name + " IS " + SqlText.literal(comment),
                    List.of());
        }
        labels().forEach(label -> add(statements, id, Aspect.LABEL, label.sql("DATABASE " + name), List.of()));
        return new DdlPlan(statements);
    }

    private static void add(List<Statement> statements, ObjectId id, Aspect aspect, String sql, List<String> roles) {
        statements.add(new Statement(id, Phase.LATE, aspect, sql, roles));
    }
}
