package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Aggregates: ordinary, ordered-set and hypothetical-set. */
final class AggregateKind implements Kind {

    private static final String QUERY = """
            SELECT p.oid, n.nspname, p.proname, format('%I.%I', n.nspname, p.proname) AS quoted, p.proparallel, a.aggkind,
                   (SELECT coalesce(string_agg(format_type(type, NULL), ', ' ORDER BY position), '*')
                    FROM unnest(p.proargtypes) WITH ORDINALITY argument(type, position)) AS types,
                   coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*') AS identity,
                   coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') AS arguments,
                   a.aggtransfn::regproc::text AS sfunc, format_type(a.aggtranstype, NULL) AS stype,
                   nullif(a.aggtransspace, 0)::text AS sspace, a.agginitval AS initcond,
                   nullif(a.aggfinalfn::oid, 0)::regproc::text AS finalfunc, a.aggfinalextra, a.aggfinalmodify,
                   nullif(a.aggcombinefn::oid, 0)::regproc::text AS combinefunc,
                   nullif(a.aggserialfn::oid, 0)::regproc::text AS serialfunc,
                   nullif(a.aggdeserialfn::oid, 0)::regproc::text AS deserialfunc,
                   nullif(a.aggmtransfn::oid, 0)::regproc::text AS msfunc,
                   nullif(a.aggminvtransfn::oid, 0)::regproc::text AS minvfunc,
                   CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END AS mstype,
                   nullif(a.aggmtransspace, 0)::text AS msspace, a.aggminitval AS minitcond,
                   nullif(a.aggmfinalfn::oid, 0)::regproc::text AS mfinalfunc, a.aggmfinalextra, a.aggmfinalmodify,
                   (SELECT format('OPERATOR(%I.%s)', opn.nspname, o.oprname)
                    FROM pg_operator o JOIN pg_namespace opn ON opn.oid = o.oprnamespace WHERE o.oid = a.aggsortop) AS sortop,
                   nullif(p.prosupport::oid, 0)::regproc::text AS support
            FROM pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            JOIN pg_aggregate a ON a.aggfnoid = p.oid
            WHERE p.prokind = 'a' AND p.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(
                QUERY,
                row -> Draft.of(
                        Address.routine(row.number("oid")),
                        ObjectId.of(
                                ObjectKind.AGGREGATE,
                                row.text("nspname"),
                                row.text("proname") + "(" + row.text("types") + ")"),
                        row.text("quoted") + "(" + row.text("identity") + ")",
                        Stage.BEFORE_ROWS,
                        "CREATE AGGREGATE " + row.text("quoted") + "(" + row.text("arguments") + ") (\n    "
                                + String.join(",\n    ", options(row)) + "\n)"));
    }

    private static List<String> options(Row row) throws SQLException {
        List<String> options = new ArrayList<>();
        boolean plain = row.letter("aggkind") == 'n';
        add(options, "SFUNC", row.text("sfunc"));
        add(options, "STYPE", row.text("stype"));
        add(options, "SSPACE", row.optional("sspace"));
        add(options, "FINALFUNC", row.optional("finalfunc"));
        flag(options, "FINALFUNC_EXTRA", row.flag("aggfinalextra"));
        add(options, "FINALFUNC_MODIFY", modify(row.letter("aggfinalmodify"), plain));
        add(options, "COMBINEFUNC", row.optional("combinefunc"));
        add(options, "SERIALFUNC", row.optional("serialfunc"));
        add(options, "DESERIALFUNC", row.optional("deserialfunc"));
        add(options, "INITCOND", literal(row.optional("initcond")));
        add(options, "MSFUNC", row.optional("msfunc"));
        add(options, "MINVFUNC", row.optional("minvfunc"));
        add(options, "MSTYPE", row.optional("mstype"));
        add(options, "MSSPACE", row.optional("msspace"));
        add(options, "MFINALFUNC", row.optional("mfinalfunc"));
        flag(options, "MFINALFUNC_EXTRA", row.flag("aggmfinalextra"));
        add(options, "MFINALFUNC_MODIFY", modify(row.letter("aggmfinalmodify"), plain));
        add(options, "MINITCOND", literal(row.optional("minitcond")));
        add(options, "SORTOP", row.optional("sortop"));
        add(options, "SUPPORT", row.optional("support"));
        flag(options, "HYPOTHETICAL", row.letter("aggkind") == 'h');
        add(options, "PARALLEL", parallel(row.letter("proparallel")));
        return options;
    }

    private static void add(List<String> options, String name, @Nullable String value) {
        if (value != null) {
            options.add(name + " = " + value);
        }
    }

    private static void flag(List<String> options, String name, boolean set) {
        if (set) {
            options.add(name);
        }
    }

    /** Null for what an aggregate of the kind has by default. */
    private static @Nullable String modify(char stored, boolean plain) {
        if (stored == (plain ? 'r' : 'w')) {
            return null;
        }
        return switch (stored) {
            case 'r' -> "READ_ONLY";
            case 's' -> "SHAREABLE";
            default -> "READ_WRITE";
        };
    }

    private static @Nullable String parallel(char stored) {
        return switch (stored) {
            case 's' -> "SAFE";
            case 'r' -> "RESTRICTED";
            default -> null;
        };
    }

    private static @Nullable String literal(@Nullable String value) {
        return value == null ? null : SqlText.literal(value);
    }
}
