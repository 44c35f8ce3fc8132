package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Collations of every provider; their version is the one of the library that the target has. */
final class CollationKind implements Kind {

    private static final String QUERY = """
            SELECT c.oid, n.nspname, c.collname, format('%%I.%%I', n.nspname, c.collname) AS quoted,
                   CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END AS provider,
                   c.collisdeterministic, c.collcollate, c.collctype, %s AS locale, %s AS rules
            FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
            WHERE c.oid >= 16384""";

    /** Before 15 the locale of ICU stood where that of libc does. */
    private static final String ICU_LOCALE_OF_14 = "CASE c.collprovider WHEN 'i' THEN c.collcollate END";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        String locale = session.since(17, "c.colllocale", session.since(15, "c.colliculocale", ICU_LOCALE_OF_14));
        return session.query(
                QUERY.formatted(locale, session.since(16, "c.collicurules", "NULL")),
                row -> Draft.of(
                        new Address("pg_collation", row.number("oid")),
                        ObjectId.of(ObjectKind.COLLATION, row.text("nspname"), row.text("collname")),
                        row.text("quoted"),
                        Stage.BEFORE_ROWS,
                        "CREATE COLLATION " + row.text("quoted") + " (" + String.join(", ", options(row)) + ")"));
    }

    private static List<String> options(Row row) throws SQLException {
        List<String> options = new ArrayList<>();
        options.add("provider = " + row.text("provider"));
        String locale = row.optional("locale");
        if (locale != null) {
            options.add("locale = " + SqlText.literal(locale));
        } else if (row.orEmpty("collcollate").equals(row.orEmpty("collctype"))) {
            options.add("locale = " + SqlText.literal(row.orEmpty("collcollate")));
        } else {
            options.add("lc_collate = " + SqlText.literal(row.orEmpty("collcollate")));
            options.add("lc_ctype = " + SqlText.literal(row.orEmpty("collctype")));
        }
        if (!row.flag("collisdeterministic")) {
            options.add("deterministic = false");
        }
        String rules = row.optional("rules");
        if (rules != null) {
            options.add("rules = " + SqlText.literal(rules));
        }
        return options;
    }
}
