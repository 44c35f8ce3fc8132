package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Text search dictionaries; the files that they name are the server's. */
final class TextSearchDictionaryKind implements Kind {

    private static final String QUERY = """
            SELECT d.oid, n.nspname, d.dictname, format('%I.%I', n.nspname, d.dictname) AS quoted,
                   format('%I.%I', tn.nspname, t.tmplname) AS template, d.dictinitoption
            FROM pg_ts_dict d
            JOIN pg_namespace n ON n.oid = d.dictnamespace
            JOIN pg_ts_template t ON t.oid = d.dicttemplate
            JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
            WHERE d.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String options = row.optional("dictinitoption");
            return Draft.of(
                    new Address("pg_ts_dict", row.number("oid")),
                    ObjectId.of(ObjectKind.TEXT_SEARCH_DICTIONARY, row.text("nspname"), row.text("dictname")),
                    row.text("quoted"),
                    Stage.BEFORE_ROWS,
                    "CREATE TEXT SEARCH DICTIONARY " + row.text("quoted") + " (TEMPLATE = " + row.text("template")
                            + (options == null ? "" : ", " + options) + ")");
        });
    }
}
