package dev.migrator.catalog.kind;

import dev.migrator.catalog.CatalogException;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Subscriptions, as pg_dump writes them: made without a connection and so disabled, their slot only named; and without passwords, which
 * must be set again. How far a subscription has come is no part of it.
 */
final class SubscriptionKind implements Kind {

    private static final String OF_THIS_DATABASE =
            "FROM pg_subscription s WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private static final String READABLE = """
            SELECT has_column_privilege('pg_subscription', 'subconninfo', 'SELECT') AS readable,
                   (SELECT string_agg(s.subname, ', ' ORDER BY s.subname) %s) AS names""".formatted(OF_THIS_DATABASE);

    private static final String QUERY = """
            SELECT s.oid, s.subname, quote_ident(s.subname) AS quoted, s.subconninfo, s.subslotname, s.subbinary, s.substream,
                   (SELECT string_agg(quote_ident(publication), ', ' ORDER BY position)
                    FROM unnest(s.subpublications) WITH ORDINALITY p(publication, position)) AS publications,
                   s.subsynccommit, %s, %s, %s, %s
            """ + OF_THIS_DATABASE;

    private static final String OF_19 = """
            s.subretaindeadtuples, s.submaxretention, s.subwalrcvtimeout,
            (SELECT quote_ident(f.srvname) FROM pg_foreign_server f WHERE f.oid = s.subserver) AS server""";

    private static final String BEFORE_19 =
            "false AS subretaindeadtuples, 0 AS submaxretention, '-1' AS subwalrcvtimeout, NULL AS server";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return mayRead(session) ? session.query(query(session), SubscriptionKind::draft) : List.of();
    }

    /** Whether there is something to read that may be read; a query that names the connection needs the right even where there is nothing. */
    private static boolean mayRead(CatalogSession session) throws SQLException {
        return session.query(READABLE, row -> {
                    String names = row.optional("names");
                    if (!row.flag("readable") && names != null) {
                        throw new CatalogException(
                                "the user may not read the connection of a subscription",
                                "subscription " + names,
                                "Run as a superuser: GRANT pg_read_all_data TO that user; or leave subscriptions out: "
                                        + "-Dmigrator.subscriptions=false",
                                null);
                    }
                    return row.flag("readable");
                })
                .get(0);
    }

    private static String query(CatalogSession session) {
        return QUERY.formatted(
                session.since(
                        15,
                        "s.subtwophasestate <> 'd' AS two_phase, s.subdisableonerr",
                        "false AS two_phase, false AS subdisableonerr"),
                session.since(
                        16,
                        "s.suborigin, s.subpasswordrequired, s.subrunasowner",
                        "'any' AS suborigin, true AS subpasswordrequired, false AS subrunasowner"),
                session.since(17, "s.subfailover", "false AS subfailover"),
                session.since(19, OF_19, BEFORE_19));
    }

    private static Draft draft(Row row) throws SQLException {
        String name = row.text("quoted");
        String server = row.optional("server");
        return Draft.of(
                new Address("pg_subscription", row.number("oid")),
                ObjectId.of(ObjectKind.SUBSCRIPTION, null, row.text("subname")),
                name,
                Stage.LATE,
                "CREATE SUBSCRIPTION " + name
                        + (server == null
                                ? " CONNECTION "
                                        + SqlText.literal(ConnectionString.withoutSecrets(row.text("subconninfo")))
                                : " SERVER " + server)
                        + " PUBLICATION " + row.text("publications") + " WITH (" + String.join(", ", options(row))
                        + ")");
    }

    /**
     * Whether it streams is always said, since majors differ in what they do unasked. The slot that is called like the subscription is not,
     * since only unasked it may have a name that no slot can have.
     */
    private static List<String> options(Row row) throws SQLException {
        String slot = row.optional("subslotname");
        List<String> options = new ArrayList<>(List.of("connect = false"));
        if (slot == null) {
            options.add("slot_name = NONE");
        } else if (!slot.equals(row.text("subname"))) {
            options.add("slot_name = " + SqlText.literal(slot));
        }
        options.add("streaming = " + streaming(row.letter("substream")));
        addIf(options, row.flag("subbinary"), "binary = true");
        addIf(options, row.flag("two_phase"), "two_phase = true");
        addIf(options, row.flag("subdisableonerr"), "disable_on_error = true");
        addIf(options, !row.flag("subpasswordrequired"), "password_required = false");
        addIf(options, row.flag("subrunasowner"), "run_as_owner = true");
        addIf(options, row.flag("subfailover"), "failover = true");
        addIf(options, row.flag("subretaindeadtuples"), "retain_dead_tuples = true");
        long retention = row.number("submaxretention");
        addIf(options, retention != 0, "max_retention_duration = " + retention);
        addUnless(options, "off", "synchronous_commit", row.text("subsynccommit"));
        addUnless(options, "-1", "wal_receiver_timeout", row.text("subwalrcvtimeout"));
        addUnless(options, "any", "origin", row.text("suborigin"));
        return options;
    }

    private static void addIf(List<String> options, boolean isSet, String option) {
        if (isSet) {
            options.add(option);
        }
    }

    private static void addUnless(List<String> options, String unasked, String name, String value) {
        addIf(options, !value.equals(unasked), name + " = " + SqlText.literal(value));
    }

    /** A boolean before 16. */
    private static String streaming(char letter) {
        return switch (letter) {
            case 'p' -> "parallel";
            case 't' -> "on";
            default -> "off";
        };
    }
}
