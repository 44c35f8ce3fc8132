package dev.migrator.catalog.access;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.kind.Kind;
import java.sql.SQLException;
import java.util.List;

/**
 * Objects that a new database has anyway, PostgreSQL's own and those of extensions, whose privileges have been changed, and members of
 * extensions that have been labelled: nothing makes them, but what was granted, revoked and labelled is written. As with pg_dump, not in
 * information_schema.
 */
public final class TouchedKind implements Kind {

    private static final String MEMBER =
            "EXISTS (SELECT FROM pg_depend d WHERE d.classid = o.catalog AND d.objid = o.oid AND d.deptype = 'e')";

    /** GRANT does not know a type by the words that SQL has for it, such as integer. */
    private static final String QUERY = """
            SELECT t.catalog, t.oid, i.type, i.schema,
                   CASE WHEN t.catalog = 'pg_type'::regclass THEN i.schema || '.' || i.name ELSE i.identity END AS identity,
                   coalesce(i.name, substr(i.identity, length(quote_ident(i.schema)) + 2)) AS name
            FROM (SELECT o.catalog, o.oid FROM (%1$s) o
                  LEFT JOIN pg_init_privs p ON p.classoid = o.catalog AND p.objoid = o.oid AND p.objsubid = o.attnum,
                       coalesce(p.initprivs, acldefault(o.letter, o.owner)) born, coalesce(o.acl, acldefault(o.letter, o.owner)) has
                  WHERE coalesce(o.acl, p.initprivs) IS NOT NULL AND NOT (has @> born AND born @> has) AND (o.oid < 16384 OR %2$s)
                  UNION
                  SELECT o.catalog, o.oid FROM (SELECT classoid::regclass AS catalog, objoid AS oid FROM pg_seclabel) o
                  WHERE o.oid >= 16384 AND %2$s) t,
                 pg_identify_object(t.catalog, t.oid, 0) i
            WHERE coalesce(i.schema, i.name) <> 'information_schema'
              AND NOT (t.catalog = 'pg_namespace'::regclass AND i.name = 'public')""".formatted(AclQuery.OBJECTS, MEMBER);

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            ObjectKind kind = kind(row.text("type"));
            return Draft.of(
                    new Address(row.text("catalog"), row.number("oid")),
                    ObjectId.of(kind, row.optional("schema"), row.text("name")),
                    row.text("identity"));
        });
    }

    /** The words of {@code pg_identify_object}. */
    private static ObjectKind kind(String type) {
        return switch (type) {
            case "table" -> ObjectKind.TABLE;
            case "view" -> ObjectKind.VIEW;
            case "materialized view" -> ObjectKind.MATERIALIZED_VIEW;
            case "foreign table" -> ObjectKind.FOREIGN_TABLE;
            case "sequence" -> ObjectKind.SEQUENCE;
            case "function" -> ObjectKind.FUNCTION;
            case "aggregate" -> ObjectKind.AGGREGATE;
            case "procedure" -> ObjectKind.PROCEDURE;
            case "schema" -> ObjectKind.SCHEMA;
            case "language" -> ObjectKind.LANGUAGE;
            case "foreign-data wrapper" -> ObjectKind.FOREIGN_DATA_WRAPPER;
            case "server" -> ObjectKind.SERVER;
            case "event trigger" -> ObjectKind.EVENT_TRIGGER;
            default -> ObjectKind.BASE_TYPE;
        };
    }
}
