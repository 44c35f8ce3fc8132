CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO customer VALUES (1, 'Anna Bell'), (2, 'Carl Dorn');
CREATE TABLE migrated (at timestamptz NOT NULL);
