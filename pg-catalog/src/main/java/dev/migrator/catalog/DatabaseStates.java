package dev.migrator.catalog;

import dev.migrator.catalog.access.DatabasePrivileges;
import dev.migrator.catalog.access.SecurityLabels;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Row;
import dev.migrator.catalog.kind.Settings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link DatabaseState} holds. */
final class DatabaseStates {

    private static final String DATABASE = """
            SELECT pg_encoding_to_char(encoding) AS encoding, datcollate, datctype, pg_get_userbyid(datdba) AS owner,
                   datconnlimit, shobj_description(oid, 'pg_database') AS comment,
                   CASE %s WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END AS provider,
                   %s AS locale, %s AS icu_rules,
                   (SELECT spcname FROM pg_tablespace t WHERE t.oid = dattablespace AND spcname <> 'pg_default') AS tablespace
            FROM pg_database WHERE datname = current_database()""";

    private static final String SETTINGS = """
            SELECT CASE setrole WHEN 0 THEN NULL ELSE pg_get_userbyid(setrole) END AS role, setconfig
            FROM pg_db_role_setting
            WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
            ORDER BY 1""";

    private DatabaseStates() {}

    static DatabaseState read(CatalogSession session) throws SQLException {
        List<DatabaseState.Setting> settings = new ArrayList<>();
        List<DatabaseState.RoleSettings> roleSettings = new ArrayList<>();
        session.query(SETTINGS, row -> {
            List<DatabaseState.Setting> set = Settings.of(row.texts("setconfig"));
            String role = row.optional("role");
            return role == null ? settings.addAll(set) : roleSettings.add(new DatabaseState.RoleSettings(role, set));
        });
        DatabasePrivileges privileges = DatabasePrivileges.read(session);
        String query = DATABASE.formatted(
                session.since(15, "datlocprovider", "'c'"),
                session.since(17, "datlocale", session.since(15, "daticulocale", "NULL")),
                session.since(16, "daticurules", "NULL"));
        List<SecurityLabel> labels = SecurityLabels.ofDatabase(session);
        return session.query(query, row -> state(row, settings, roleSettings, privileges, labels))
                .get(0);
    }

    private static DatabaseState state(
            Row row,
            List<DatabaseState.Setting> settings,
            List<DatabaseState.RoleSettings> roleSettings,
            DatabasePrivileges privileges,
            List<SecurityLabel> labels)
            throws SQLException {
        return new DatabaseState(
                row.text("encoding"),
                row.text("provider"),
                row.text("datcollate"),
                row.text("datctype"),
                row.optional("locale"),
                row.optional("icu_rules"),
                row.text("owner"),
                (int) row.number("datconnlimit"),
                settings,
                roleSettings,
                privileges.inWords(),
                privileges.grants(),
                row.optional("comment"),
                row.optional("tablespace"),
                labels);
    }
}
