package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Templates of text search dictionaries. */
final class TextSearchTemplateKind implements Kind {

    private static final String QUERY = """
            SELECT t.oid, n.nspname, t.tmplname, format('%I.%I', n.nspname, t.tmplname) AS quoted,
                   nullif(t.tmplinit::oid, 0)::regproc::text AS init, t.tmpllexize::regproc::text AS lexize
            FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace
            WHERE t.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String init = row.optional("init");
            return Draft.of(
                    new Address("pg_ts_template", row.number("oid")),
                    ObjectId.of(ObjectKind.TEXT_SEARCH_TEMPLATE, row.text("nspname"), row.text("tmplname")),
                    row.text("quoted"),
                    Stage.BEFORE_ROWS,
                    "CREATE TEXT SEARCH TEMPLATE " + row.text("quoted") + " ("
                            + (init == null ? "" : "INIT = " + init + ", ") + "LEXIZE = " + row.text("lexize") + ")");
        });
    }
}
