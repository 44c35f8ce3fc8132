CREATE OR REPLACE VIEW totals AS SELECT count(*) AS articles FROM article;
