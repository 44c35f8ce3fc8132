-- Every column of every table, foreign table and composite type of a user, with what the parents of its table say of a column of that name.
-- The placeholders are those parts that majors name differently. The option pg_attver is the server's own book-keeping, of 17.12 on.
WITH inherited AS (
    SELECT a.attrelid, a.attname,
           bool_or({parent_notnull}) AS not_null, bool_or(p.atthasdef AND p.attgenerated = '') AS has_default,
           bool_and(pg_get_expr(pd.adbin, pd.adrelid) = pg_get_expr(d.adbin, d.adrelid)) FILTER (WHERE p.attgenerated <> '') AS same_generated,
           bool_or(p.attstorage <> a.attstorage) AS other_storage, bool_or(p.attcompression <> a.attcompression) AS other_compression
    FROM pg_inherits i
    JOIN pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('r', 'f') AND NOT c.relispartition
    JOIN pg_attribute a ON a.attrelid = i.inhrelid AND NOT a.attisdropped
    JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attname = a.attname AND NOT p.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    LEFT JOIN pg_attrdef pd ON pd.adrelid = p.attrelid AND pd.adnum = p.attnum
    {parent_notnull_join}
    GROUP BY a.attrelid, a.attname
)
SELECT a.attrelid, c.relname, a.attnum, a.attname, quote_ident(a.attname) AS quoted,
       format_type(a.atttypid, a.atttypmod) AS type,
       CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS collation,
       a.attislocal, a.attnotnull, a.attidentity, a.attfdwoptions,
       CASE WHEN parents.same_generated THEN '' ELSE a.attgenerated END AS attgenerated,
       array(SELECT option FROM unnest(a.attoptions) option WHERE option !~ '^pg_attver=') AS attoptions,
       pg_get_expr(d.adbin, d.adrelid) AS expression, d.oid AS default_oid,
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
       CASE WHEN c.reloftype <> 0 THEN a.attcompression <> '' ELSE coalesce(parents.other_compression, false) END AS compressed_later,
       CASE WHEN a.attstorage <> t.typstorage OR parents.other_storage
            THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' WHEN 'm' THEN 'MAIN' END
       END AS storage,
       nullif(coalesce(a.attstattarget, -1), -1) AS statistics,
       coalesce(parents.not_null, false) AS parent_not_null,
       coalesce(parents.has_default, false) AS parent_has_default,
       {notnull} AS not_null_name, {notnull_shares_name} AS not_null_shares_name,
       {notnull_local} AS not_null_local, {notnull_no_inherit} AS not_null_no_inherit,
       {notnull_valid} AS not_null_valid
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f', 'c')
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN inherited parents ON parents.attrelid = a.attrelid AND parents.attname = a.attname
{notnull_join}
WHERE a.attrelid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
