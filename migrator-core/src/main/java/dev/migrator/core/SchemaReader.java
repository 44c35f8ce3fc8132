package dev.migrator.core;

import dev.migrator.catalog.CatalogReader;
import dev.migrator.catalog.CatalogWithNeeds;
import dev.migrator.core.settings.ComparedSchema;
import dev.migrator.core.settings.ProfileKind;
import dev.migrator.core.settings.SettingKey;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.embedded.PostgresBinaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Reads a schema from where the settings say that it is: a database, a profile's ref, a script. */
final class SchemaReader {

    private final Settings settings;
    private final Effects effects;
    private final PostgresBinaries binaries;
    private final ConfiguredDatabases databases;
    private final ScratchServer scratch;

    SchemaReader(
            Settings settings,
            Effects effects,
            PostgresBinaries binaries,
            ConfiguredDatabases databases,
            ScratchServer scratch) {
        this.settings = settings;
        this.effects = effects;
        this.binaries = binaries;
        this.databases = databases;
        this.scratch = scratch;
    }

    /** @param password of a database that is named by its URL */
    NamedSchema read(ComparedSchema schema, SettingKey<String> password) throws SQLException {
        if (schema instanceof ComparedSchema.Source) {
            return of(databases.source());
        }
        if (schema instanceof ComparedSchema.Target) {
            return of(databases.targetAsItIs(binaries).database());
        }
        if (schema instanceof ComparedSchema.Url url) {
            return of(databases.at(url.url(), password));
        }
        if (schema instanceof ComparedSchema.Script script) {
            return of(script.file());
        }
        return of((ComparedSchema.Committed) schema);
    }

    private NamedSchema of(Database database) throws SQLException {
        return new NamedSchema(
                "database " + database.name() + " at " + database.server(),
                CatalogReader.read(database, settings.get(SettingKeys.SUBSCRIPTIONS)));
    }

    private NamedSchema of(Path script) throws SQLException {
        return new NamedSchema(settings.shown(script), scratch.load(script));
    }

    private NamedSchema of(ComparedSchema.Committed committed) throws SQLException {
        Settings own = committed.profile() == null ? settings : settings.forProfile(committed.profile());
        ProfileFolder folder = new ProfilesDirectory(own).require(own.profile());
        if (own.get(SettingKeys.KIND) == ProfileKind.CLEAN_DB) {
            if (!Files.isRegularFile(folder.schemaFile())) {
                throw ProfileException.noScript(folder.name(), own.shown(folder.schemaFile()));
            }
            return of(folder.schemaFile());
        }
        try (ConfiguredStore store = ConfiguredStore.open(own, effects)) {
            PinnedSnapshot pinned = PinnedSnapshot.of(folder, store.cache(folder.name()));
            return new NamedSchema(
                    "snapshot " + pinned.id().abbreviated() + " of " + folder.name(),
                    CatalogWithNeeds.byNames(pinned.manifest().catalog()));
        }
    }
}
