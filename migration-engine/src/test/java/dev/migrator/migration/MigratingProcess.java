package dev.migrator.migration;

import dev.migrator.postgres.Credentials;
import dev.migrator.postgres.JdbcDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of its own that migrates a database; its exit code is the number of files that it has applied. */
final class MigratingProcess {

    private MigratingProcess() {}

    static Process start(Project project, String password, String... javaOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(javaOptions));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                MigratingProcess.class.getName(),
                project.database.url(),
                project.database.user(),
                project.directory.toString(),
                project.profile));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("TARGET_PASSWORD", password);
        return builder.start();
    }

    public static void main(String[] args) {
        var database = JdbcDatabase.of(args[0], new Credentials(args[1], System.getenv("TARGET_PASSWORD")));
        var migrations = MigrationDirectory.read(Path.of(args[2]), args[3], Policies.DEFAULTS);
        System.exit(new MigrateDatabase(MigrationSettings.DEFAULTS, MigrationListener.NONE)
                .migrate(database, migrations)
                .applied()
                .size());
    }
}
