INSERT INTO migrated VALUES (now());
