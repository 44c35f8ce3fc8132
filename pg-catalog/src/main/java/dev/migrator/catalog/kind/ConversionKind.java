package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Conversions between encodings. */
final class ConversionKind implements Kind {

    private static final String QUERY = """
            SELECT c.oid, n.nspname, c.conname, format('%I.%I', n.nspname, c.conname) AS quoted, c.condefault,
                   quote_literal(pg_encoding_to_char(c.conforencoding)) AS source, quote_literal(pg_encoding_to_char(c.contoencoding)) AS target,
                   c.conproc::regproc::text AS routine
            FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
            WHERE c.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(
                QUERY,
                row -> Draft.of(
                        new Address("pg_conversion", row.number("oid")),
                        ObjectId.of(ObjectKind.CONVERSION, row.text("nspname"), row.text("conname")),
                        row.text("quoted"),
                        Stage.BEFORE_ROWS,
                        "CREATE " + (row.flag("condefault") ? "DEFAULT " : "") + "CONVERSION " + row.text("quoted")
                                + " FOR " + row.text("source") + " TO " + row.text("target") + " FROM "
                                + row.text("routine")));
    }
}
