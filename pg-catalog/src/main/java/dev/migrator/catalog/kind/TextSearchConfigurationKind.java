package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Text search configurations with the dictionaries of each kind of token. */
final class TextSearchConfigurationKind implements Kind {

    private static final String QUERY = """
            SELECT c.oid, n.nspname, c.cfgname, format('%I.%I', n.nspname, c.cfgname) AS quoted,
                   format('%I.%I', pn.nspname, p.prsname) AS parser
            FROM pg_ts_config c
            JOIN pg_namespace n ON n.oid = c.cfgnamespace
            JOIN pg_ts_parser p ON p.oid = c.cfgparser
            JOIN pg_namespace pn ON pn.oid = p.prsnamespace
            WHERE c.oid >= 16384""";

    private static final String MAPPINGS = """
            SELECT m.mapcfg, quote_ident(t.alias) AS token,
                   string_agg(format('%I.%I', dn.nspname, d.dictname), ', ' ORDER BY m.mapseqno) AS dictionaries
            FROM pg_ts_config_map m
            JOIN pg_ts_config c ON c.oid = m.mapcfg
            CROSS JOIN LATERAL ts_token_type(c.cfgparser) t
            JOIN pg_ts_dict d ON d.oid = m.mapdict
            JOIN pg_namespace dn ON dn.oid = d.dictnamespace
            WHERE m.mapcfg >= 16384 AND t.tokid = m.maptokentype
            GROUP BY m.mapcfg, m.maptokentype, t.alias
            ORDER BY m.mapcfg, m.maptokentype""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        Map<Long, List<String>> mappings = new HashMap<>();
        session.query(MAPPINGS, row -> mappings.computeIfAbsent(row.number("mapcfg"), c -> new ArrayList<>())
                .add(row.text("token") + " WITH " + row.text("dictionaries")));
        return session.query(QUERY, row -> {
            String name = row.text("quoted");
            List<Step> steps = new ArrayList<>();
            steps.add(Step.at(
                    Stage.BEFORE_ROWS,
                    "CREATE TEXT SEARCH CONFIGURATION " + name + " (PARSER = " + row.text("parser") + ")"));
            mappings.getOrDefault(row.number("oid"), List.of())
                    .forEach(mapping -> steps.add(Step.at(
                            Stage.BEFORE_ROWS,
                            "ALTER TEXT SEARCH CONFIGURATION " + name + " ADD MAPPING FOR " + mapping)));
            return Draft.of(
                    new Address("pg_ts_config", row.number("oid")),
                    ObjectId.of(ObjectKind.TEXT_SEARCH_CONFIGURATION, row.text("nspname"), row.text("cfgname")),
                    name,
                    steps);
        });
    }
}
