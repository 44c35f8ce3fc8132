package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Procedural languages that no extension brings. */
final class LanguageKind implements Kind {

    private static final String QUERY = """
            SELECT l.oid, l.lanname, quote_ident(l.lanname) AS quoted, l.lanpltrusted, l.lanplcallfoid::regproc::text AS handler,
                   nullif(l.laninline::oid, 0)::regproc::text AS inline_handler, nullif(l.lanvalidator::oid, 0)::regproc::text AS validator
            FROM pg_language l WHERE l.lanispl AND l.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String inline = row.optional("inline_handler");
            String validator = row.optional("validator");
            return Draft.of(
                    new Address("pg_language", row.number("oid")),
                    ObjectId.of(ObjectKind.LANGUAGE, null, row.text("lanname")),
                    row.text("quoted"),
                    Stage.BEFORE_ROWS,
                    "CREATE " + (row.flag("lanpltrusted") ? "TRUSTED " : "") + "LANGUAGE " + row.text("quoted")
                            + " HANDLER " + row.text("handler") + (inline == null ? "" : " INLINE " + inline)
                            + (validator == null ? "" : " VALIDATOR " + validator));
        });
    }
}
