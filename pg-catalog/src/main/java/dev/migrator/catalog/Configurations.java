package dev.migrator.catalog;

import dev.migrator.catalog.kind.CatalogSession;
import java.sql.SQLException;
import java.util.List;

/** Reads what extensions have declared to hold the user's rows ({@code pg_extension_config_dump}). */
final class Configurations {

    private static final String QUERY = """
            SELECT e.extname, n.nspname, c.relname, c.relkind, nullif(e.extcondition[position], '') AS condition
            FROM pg_extension e
            CROSS JOIN LATERAL unnest(e.extconfig) WITH ORDINALITY configured(relation, position)
            JOIN pg_class c ON c.oid = configured.relation
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'S')
            ORDER BY e.extname, n.nspname, c.relname""";

    private Configurations() {}

    static List<ExtensionConfiguration> read(CatalogSession session) throws SQLException {
        return session.query(
                QUERY,
                row -> new ExtensionConfiguration(
                        row.text("extname"),
                        ObjectId.of(
                                row.letter("relkind") == 'S' ? ObjectKind.SEQUENCE : ObjectKind.TABLE,
                                row.text("nspname"),
                                row.text("relname")),
                        row.optional("condition")));
    }
}
