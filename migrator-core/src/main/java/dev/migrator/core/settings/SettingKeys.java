package dev.migrator.core.settings;

import static dev.migrator.core.settings.Place.ANYWHERE;
import static dev.migrator.core.settings.Place.OUTSIDE_FILES;
import static dev.migrator.core.settings.Place.PROFILE_ONLY;
import static dev.migrator.core.settings.Place.THIS_RUN;

import dev.migrator.catalog.Aspect;
import dev.migrator.migration.MigrationSettings;
import dev.migrator.migration.MigrationVersion;
import dev.migrator.postgres.embedded.UserCache;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.capture.ColumnName;
import dev.migrator.profile.capture.MaskedColumn;
import dev.migrator.profile.capture.MediaFolder;
import dev.migrator.profile.capture.PersonalData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every setting that there is. Validation, {@code migrator:config} and the documentation are made from this list. */
public final class SettingKeys {

    private static final List<SettingKey<?>> LIST = new ArrayList<>();

    public static final SettingKey<ProfileName> PROFILE = define(
            "profile",
            ScalarType.PROFILE_NAME,
            null,
            OUTSIDE_FILES,
            "The profile to work on; -Dprofile is the short form");
    public static final SettingKey<Path> PROFILES_DIRECTORY = define(
            "profilesDirectory",
            ScalarType.PATH,
            "profiles",
            OUTSIDE_FILES,
            "The folder that holds migrator.yaml and one folder a profile");
    public static final SettingKey<Path> MIGRATIONS_DIRECTORY = define(
            "migrationsDirectory",
            ScalarType.PATH,
            "migrations",
            ANYWHERE,
            "The folder that holds common/ and <profile>-only/");
    public static final SettingKey<String> STORE = define(
            "store",
            ScalarType.STORE,
            null,
            ANYWHERE,
            "Where snapshots are kept; a folder of this user where nothing is said");
    public static final SettingKey<String> S3_ENDPOINT = define(
            "s3.endpoint", ScalarType.WEB_ADDRESS, null, ANYWHERE, "Address of an S3 service that is not Amazon's");
    public static final SettingKey<String> S3_REGION = define(
            "s3.region",
            ScalarType.TEXT,
            null,
            ANYWHERE,
            "Region of the bucket, where the AWS configuration names none");
    public static final SettingKey<Boolean> S3_PATH_STYLE = define(
            "s3.pathStyle",
            ScalarType.YES_OR_NO,
            null,
            ANYWHERE,
            "Whether the bucket stands in the path of the URL instead of the host name");
    public static final SettingKey<String> S3_PROFILE = define(
            "s3.profile", ScalarType.TEXT, null, ANYWHERE, "Profile of the AWS configuration to take credentials from");
    public static final SettingKey<String> S3_SERVER = define(
            "s3.server",
            ScalarType.TEXT,
            null,
            ANYWHERE,
            "Id of a <server> in settings.xml: access key as username, secret key as password");
    public static final SettingKey<Integer> POSTGRES = define(
            "postgres", ScalarType.wholeNumber(14, 19), "17", ANYWHERE, "Major version of the embedded PostgreSQL");
    public static final SettingKey<String> SOURCE_URL =
            define("source.url", ScalarType.JDBC_URL, null, ANYWHERE, "The database that upload reads");
    public static final SettingKey<String> SOURCE_USER =
            define("source.user", ScalarType.TEXT, null, ANYWHERE, "The role that upload reads as");
    public static final SettingKey<String> SOURCE_PASSWORD = define(
            "source.password",
            ScalarType.PASSWORD,
            null,
            Place.ENVIRONMENT_ONLY,
            "The password of source.user; ~/.pgpass and service files work too");
    public static final SettingKey<String> SOURCE_SERVER = define(
            "source.server",
            ScalarType.TEXT,
            null,
            ANYWHERE,
            "Id of a <server> in settings.xml with user and password of the source");
    public static final SettingKey<String> TARGET_URL = define(
            "target.url",
            ScalarType.JDBC_URL,
            null,
            ANYWHERE,
            "The database that restore and migrate write; embedded PostgreSQL where nothing is said");
    public static final SettingKey<String> TARGET_USER =
            define("target.user", ScalarType.TEXT, null, ANYWHERE, "The role that restore and migrate work as");
    public static final SettingKey<String> TARGET_PASSWORD = define(
            "target.password",
            ScalarType.PASSWORD,
            null,
            Place.ENVIRONMENT_ONLY,
            "The password of target.user; ~/.pgpass and service files work too");
    public static final SettingKey<String> TARGET_SERVER = define(
            "target.server",
            ScalarType.TEXT,
            null,
            ANYWHERE,
            "Id of a <server> in settings.xml with user and password of the target");
    public static final SettingKey<ProfileKind> KIND = define(
            "kind",
            ScalarType.oneOf(ProfileKind.class),
            "user-generated",
            Place.PROFILE_OR_COMMAND,
            "clean-db: SQL files in Git; user-generated: a snapshot in the store");
    public static final SettingKey<MigrationVersion> BASELINE = define(
            "baseline",
            ScalarType.MIGRATION_VERSION,
            null,
            PROFILE_ONLY,
            "The newest migration that the data already contain, where they do not tell by themselves");
    public static final SettingKey<List<MediaFolder>> MEDIA =
            define("media", new MediaType(), null, PROFILE_ONLY, "Folders of uploaded files that belong to the data");
    public static final SettingKey<PersonalData> PERSONAL_DATA = define(
            "personalData",
            ScalarType.oneOf(PersonalData.class),
            null,
            PROFILE_ONLY,
            "Whether the rows hold personal data, and whether they are masked: a decision that upload asks for");
    public static final SettingKey<List<MaskedColumn>> MASK = define(
            "mask", new MaskType(), null, PROFILE_ONLY, "SQL expressions that replace columns while they are read");
    public static final SettingKey<List<ColumnName>> KEEP = define(
            "keep",
            new KeepType(),
            null,
            PROFILE_ONLY,
            "Columns that are uploaded as they are, where unclassified is fail");
    public static final SettingKey<Unclassified> UNCLASSIFIED = define(
            "unclassified",
            ScalarType.oneOf(Unclassified.class),
            "keep",
            Place.FILES,
            "What upload does with columns that are neither masked nor kept");
    public static final SettingKey<String> SNAPSHOT = define(
            "snapshot",
            ScalarType.TEXT,
            null,
            OUTSIDE_FILES,
            "The snapshot that use points the profile at: its id, the beginning of it, or latest");
    public static final SettingKey<Integer> JOBS = define(
            "jobs", ScalarType.wholeNumber(1, 64), processors(), ANYWHERE, "Connections that work at the same time");
    public static final SettingKey<String> OVERWRITE = define(
            "overwrite",
            ScalarType.TEXT,
            null,
            THIS_RUN,
            "Name of a database that restore may replace though it is not ours");
    public static final SettingKey<Boolean> TERMINATE_SESSIONS = define(
            "terminateSessions",
            ScalarType.YES_OR_NO,
            "false",
            ANYWHERE,
            "Whether restore ends the sessions in the database that it replaces");
    public static final SettingKey<Boolean> CREATE_ROLES = define(
            "createRoles",
            ScalarType.YES_OR_NO,
            "false",
            ANYWHERE,
            "Whether restore creates roles that a server of yours lacks, without the right to log in; ours get them always");
    public static final SettingKey<Boolean> OWNERSHIP = define(
            "ownership",
            ScalarType.YES_OR_NO,
            "true",
            ANYWHERE,
            "Whether restore keeps, and diff compares, owners and privileges; false is short for leaving both out");
    public static final SettingKey<Set<Aspect>> LEAVE_OUT = define(
            "leaveOut",
            new AspectsType(),
            null,
            ANYWHERE,
            "What restore leaves out, and diff does not compare: owners, so that all belongs to the role that restores; privileges; security labels; tablespaces");
    public static final SettingKey<Boolean> SUBSCRIPTIONS = define(
            "subscriptions",
            ScalarType.YES_OR_NO,
            "true",
            ANYWHERE,
            "Whether upload and restore carry subscriptions, disabled and without passwords, and diff compares them");
    public static final SettingKey<Boolean> UNTESTED_SERVERS = define(
            "untestedServers",
            ScalarType.YES_OR_NO,
            "false",
            ANYWHERE,
            "Whether to work with a PostgreSQL of a major that this version has not been tested with");
    public static final SettingKey<Boolean> DRY_RUN =
            define("dryRun", ScalarType.YES_OR_NO, "false", OUTSIDE_FILES, "Check everything and change nothing");
    public static final SettingKey<Boolean> SKIP =
            define("skip", ScalarType.YES_OR_NO, "false", OUTSIDE_FILES, "Do nothing");
    public static final SettingKey<String> TRACKING_SCHEMA = define(
            "trackingSchema",
            ScalarType.TEXT,
            MigrationSettings.DEFAULT_SCHEMA,
            ANYWHERE,
            "Schema of the table schema_migrations");
    public static final SettingKey<Path> MEDIA_DIRECTORY = define(
            "mediaDirectory",
            ScalarType.PATH,
            null,
            ANYWHERE,
            "Where restore puts media, one folder each; target/migrator/media where nothing is said");
    public static final SettingKey<Path> CACHE_DIRECTORY = define(
            "cacheDirectory",
            ScalarType.PATH,
            UserCache.directory().toString(),
            Place.PROJECT_WIDE,
            "Packs, PostgreSQL's binaries and the data of embedded servers");
    public static final SettingKey<Boolean> SHOW_ROW_VALUES = define(
            "showRowValues",
            ScalarType.YES_OR_NO,
            "false",
            THIS_RUN,
            "Whether messages may hold what PostgreSQL tells about rows");

    static {
        LIST.addAll(ReplayKeys.ALL);
        LIST.addAll(MigrationKeys.ALL);
        LIST.addAll(DiffKeys.ALL);
    }

    private SettingKeys() {}

    /** All of them, in the order in which people read about them. */
    public static List<SettingKey<?>> all() {
        return Collections.unmodifiableList(LIST);
    }

    private static <T> SettingKey<T> define(
            String name, SettingType<T> type, @Nullable String defaultText, Set<Place> places, String description) {
        SettingKey<T> key = new SettingKey<>(name, type, defaultText, places, description);
        LIST.add(key);
        return key;
    }

    private static String processors() {
        return String.valueOf(Math.min(8, Runtime.getRuntime().availableProcessors()));
    }
}
