package dev.migrator.testing;

import dev.migrator.postgres.Database;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * pg_dump's judgement: what a database that pg_dump has restored looks like, and whether another is the same to the letter.
 *
 * <p>Needs the shared folder of {@link SharedDatasets} and a pg_dump of the server's major or newer on the PATH (elsewhere {@code
 * -Dit.pgDump=FILE}).
 */
public final class Oracle {

    static final String PG_DUMP = System.getProperty("it.pgDump", "pg_dump");

    private static final Pattern CREATE_TABLE = Pattern.compile("CREATE (?:UNLOGGED )?TABLE (.+) \\(");

    private static final Pattern NOT_NULL = Pattern.compile("(?m)^    NOT NULL (.+?),?$");

    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final TestPostgres server;
    private final Client client;

    public Oracle(TestPostgres server) {
        this.server = server;
        this.client = new Client(server);
    }

    /** Why there is no judgement on this machine; empty where there is. */
    public Optional<String> missing() throws IOException, InterruptedException {
        if (SharedDatasets.missing().isPresent()) {
            return SharedDatasets.missing();
        }
        try {
            Matcher version =
                    MAJOR.matcher(client.run(List.of(PG_DUMP, "--version")).output());
            return version.find() && Integer.parseInt(version.group(1)) >= server.major()
                    ? Optional.empty()
                    : Optional.of(PG_DUMP + " is older than " + server);
        } catch (IOException e) {
            return Optional.of("no " + PG_DUMP);
        }
    }

    /** A copy of the schema that pg_dump and psql have made. */
    public Database twinOf(Database database) throws IOException, InterruptedException {
        return restored(List.of(PG_DUMP, "-s", "-d", database.name()));
    }

    /** The same with all rows; for databases whose dump fits into memory. */
    public Database fullTwinOf(Database database) throws IOException, InterruptedException {
        return restored(List.of(PG_DUMP, "-d", database.name()));
    }

    /** What {@code pg_dump -C} says of a database and what is in it, under whatever name. */
    public String withDatabase(Database database) throws IOException, InterruptedException {
        return client.run(List.of(PG_DUMP, "-C", "-s", "-d", database.name()))
                .output()
                .lines()
                .filter(line -> !line.startsWith("\\restrict ") && !line.startsWith("\\unrestrict "))
                .collect(Collectors.joining("\n"))
                .replace(database.name(), "this_database");
    }

    private Database restored(List<String> dumping) throws IOException, InterruptedException {
        Database twin = server.createDatabase("twin");
        String dump = client.run(dumping).output();
        client.run(
                server.major() < 18 ? inOldWords(dump) : dump,
                List.of("psql", "-Xq", "-o", "/dev/null", "-d", twin.name()));
        return twin;
    }

    /** What psql says while it runs a script, warnings of the server about its own settings left out; empty where all is well. */
    public String psql(String script, Database database) throws IOException, InterruptedException {
        return client.run(
                        script,
                        List.of("psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-d", database.name()))
                .output()
                .lines()
                .filter(line -> !line.contains("wal_level"))
                .filter(line -> !line.contains("logical decoding"))
                .collect(Collectors.joining("\n"));
    }

    /**
     * pg_dump 18 writes NOT NULL of an inherited column so that only a server of 18 understands it; only 14 does not know LOGGED, and servers
     * before 16 work as a subscription's owner without being told.
     */
    private String inOldWords(String dump) {
        StringBuilder after = new StringBuilder();
        String table = "";
        for (String line : dump.split("\n", -1)) {
            Matcher create = CREATE_TABLE.matcher(line);
            Matcher notNull = NOT_NULL.matcher(line);
            if (create.matches()) {
                table = create.group(1);
            } else if (notNull.matches()) {
                after.append("ALTER TABLE ONLY %s ALTER COLUMN %s SET NOT NULL;\n".formatted(table, notNull.group(1)));
            }
        }
        String logged = server.major() < 15 ? dump.replace("\n    LOGGED\n", "\n") : dump;
        String known = server.major() < 16 ? logged.replace(", run_as_owner = true", "") : logged;
        return NOT_NULL.matcher(known).replaceAll("").replaceAll(",\n+\\)", "\n)") + after;
    }

    /** What differs between the dumps of two databases; empty where nothing does. */
    public String difference(Database one, Database other, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(SharedDatasets.SHARED.resolve("oracle/compare.sh").toString(), one.name(), other.name()));
        command.addAll(List.of(options));
        Client.Result result = client.run(command);
        return result.exit() == 0 ? "" : result.output();
    }
}
