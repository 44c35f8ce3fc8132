package dev.migrator.profile.capture;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cheap digest of all that DDL writes, by which one tells whether any was at work between two readings; refreshing a materialized view,
 * vacuuming, analysing and temporary objects do not count.
 *
 * <p>A catalog's row has a new {@code xmin} whenever it was written, so that the number and the sum of those tell. Only {@code pg_class} is
 * also written for other reasons; there the columns are read.
 */
final class CatalogDigest {

    /** Catalogs whose rows belong to a relation, with the column that says to which. */
    private static final List<String> OF_RELATIONS = List.of(
            "pg_attrdef.adrelid",
            "pg_attribute.attrelid",
            "pg_index.indrelid",
            "pg_inherits.inhrelid",
            "pg_partitioned_table.partrelid",
            "pg_policy.polrelid",
            "pg_rewrite.ev_class",
            "pg_sequence.seqrelid",
            "pg_statistic_ext.stxrelid",
            "pg_trigger.tgrelid");

    /** Catalogs whose rows lie in a schema, with the column that says in which. */
    private static final List<String> OF_SCHEMAS = List.of(
            "pg_collation.collnamespace",
            "pg_constraint.connamespace",
            "pg_conversion.connamespace",
            "pg_namespace.oid",
            "pg_opclass.opcnamespace",
            "pg_operator.oprnamespace",
            "pg_opfamily.opfnamespace",
            "pg_proc.pronamespace",
            "pg_ts_config.cfgnamespace",
            "pg_ts_dict.dictnamespace",
            "pg_ts_parser.prsnamespace",
            "pg_ts_template.tmplnamespace",
            "pg_type.typnamespace");

    private static final List<String> OF_THE_DATABASE = List.of(
            "pg_aggregate",
            "pg_am",
            "pg_amop",
            "pg_amproc",
            "pg_cast",
            "pg_default_acl",
            "pg_description",
            "pg_enum",
            "pg_event_trigger",
            "pg_extension",
            "pg_foreign_data_wrapper",
            "pg_foreign_server",
            "pg_language",
            "pg_publication",
            "pg_publication_rel",
            "pg_range",
            "pg_seclabel",
            "pg_transform",
            "pg_ts_config_map");

    private static final String DIGEST = """
            WITH schemas AS (
                SELECT oid FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_temp\\_%%' AND nspname NOT LIKE 'pg\\_toast%%'
            ), relations AS (
                SELECT c.* FROM pg_class c WHERE c.relnamespace IN (SELECT oid FROM schemas)
            ), lines (line) AS (
                SELECT concat_ws(' ', c.oid, c.relname, c.relnamespace, c.relowner, c.relam, c.reltablespace, c.relkind, c.relpersistence,
                                 c.relnatts, c.relchecks, c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.relispartition,
                                 c.relacl, c.reloptions, c.relpartbound)
                FROM relations c
                UNION ALL
                %s)
            SELECT count(*) || ' ' || sum(hashtextextended(line, 0)::numeric) FROM lines
            """.formatted(rowsWritten());

    private CatalogDigest() {}

    /** The digest of the catalog as the connection's transaction sees it. */
    static String read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(DIGEST)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The digest of the catalog as it is now, whatever snapshots show. */
    static String now(Database source) throws SQLException {
        try (Connection witness = source.connect()) {
            return read(witness);
        }
    }

    private static String rowsWritten() {
        return Stream.of(
                        OF_RELATIONS.stream().map(column -> rowsWritten(column, "relations")),
                        OF_SCHEMAS.stream().map(column -> rowsWritten(column, "schemas")),
                        OF_THE_DATABASE.stream()
                                .map(catalog -> "SELECT concat_ws(' ', tableoid, xmin) FROM " + catalog))
                .flatMap(queries -> queries)
                .collect(Collectors.joining("\nUNION ALL\n"));
    }

    private static String rowsWritten(String catalogAndColumn, String owners) {
        String[] parts = catalogAndColumn.split("\\.", 2);
        return "SELECT concat_ws(' ', tableoid, xmin) FROM %s WHERE %s IN (SELECT oid FROM %s)"
                .formatted(parts[0], parts[1], owners);
    }
}
