package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Text search parsers. */
final class TextSearchParserKind implements Kind {

    private static final String QUERY = """
            SELECT p.oid, n.nspname, p.prsname, format('%I.%I', n.nspname, p.prsname) AS quoted,
                   p.prsstart::regproc::text AS start, p.prstoken::regproc::text AS token, p.prsend::regproc::text AS ending,
                   nullif(p.prsheadline::oid, 0)::regproc::text AS headline, p.prslextype::regproc::text AS types
            FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace
            WHERE p.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String headline = row.optional("headline");
            return Draft.of(
                    new Address("pg_ts_parser", row.number("oid")),
                    ObjectId.of(ObjectKind.TEXT_SEARCH_PARSER, row.text("nspname"), row.text("prsname")),
                    row.text("quoted"),
                    Stage.BEFORE_ROWS,
                    "CREATE TEXT SEARCH PARSER " + row.text("quoted") + " (START = " + row.text("start")
                            + ", GETTOKEN = "
                            + row.text("token") + ", END = " + row.text("ending")
                            + (headline == null ? "" : ", HEADLINE = " + headline) + ", LEXTYPES = " + row.text("types")
                            + ")");
        });
    }
}
