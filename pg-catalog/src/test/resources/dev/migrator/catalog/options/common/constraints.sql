-- Constraints of tables, each with every clause.
CREATE EXTENSION btree_gist;
CREATE TABLE checks (
    a int CHECK (a > 0), b int CONSTRAINT "Odd check" CHECK (b IS NOT NULL OR a = 1) NO INHERIT, c text COLLATE "C" NOT NULL CHECK (c ~ '^[a-z]+$'),
    CHECK (a < b), CONSTRAINT whole_row CHECK (checks IS NOT NULL));
ALTER TABLE checks ADD CONSTRAINT later CHECK (a <> 7) NOT VALID, ADD CONSTRAINT later_alone CHECK (a <> 8) NO INHERIT NOT VALID;
CREATE TABLE keys (
    id int PRIMARY KEY, a int UNIQUE, b int CONSTRAINT "Odd unique" UNIQUE DEFERRABLE, c int UNIQUE DEFERRABLE INITIALLY DEFERRED,
    d int, e int, f text, UNIQUE (d, e) INCLUDE (f) WITH (fillfactor = 60), UNIQUE (e, d) NOT DEFERRABLE);
CREATE TABLE key_parameters (a int, b int, PRIMARY KEY (b, a) INCLUDE (c) WITH (fillfactor = 50, deduplicate_items = off) DEFERRABLE, c int);
CREATE TABLE key_from_index (a int NOT NULL, b text NOT NULL);
CREATE UNIQUE INDEX key_from_index_key ON key_from_index (a);
CREATE UNIQUE INDEX "Odd index" ON key_from_index (b);
ALTER TABLE key_from_index ADD PRIMARY KEY USING INDEX key_from_index_key, ADD CONSTRAINT other UNIQUE USING INDEX "Odd index" DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE excluded (
    room int, during tsrange, c circle, label text, hidden bool,
    EXCLUDE USING gist (room WITH =, during WITH &&),
    CONSTRAINT "Odd exclusion" EXCLUDE USING gist (c WITH &&) INCLUDE (room) WITH (fillfactor = 70, buffering = off) WHERE (hidden = false) DEFERRABLE INITIALLY DEFERRED,
    EXCLUDE (lower(label) COLLATE "C" text_pattern_ops WITH =), EXCLUDE USING btree (room DESC NULLS LAST WITH =), EXCLUDE USING hash (label WITH =));

CREATE TABLE parent (id int PRIMARY KEY, a int, b int, UNIQUE (a, b), UNIQUE (b, a));
CREATE TABLE children (
    id int REFERENCES parent, self int, p1 int REFERENCES parent ON DELETE CASCADE, p2 int REFERENCES parent (id) ON DELETE SET NULL ON UPDATE CASCADE,
    p3 int CONSTRAINT "Odd key" REFERENCES parent ON DELETE SET DEFAULT ON UPDATE SET NULL, p4 int REFERENCES parent ON DELETE RESTRICT ON UPDATE RESTRICT,
    p5 int REFERENCES parent ON DELETE NO ACTION ON UPDATE SET DEFAULT DEFERRABLE, p6 int REFERENCES parent DEFERRABLE INITIALLY DEFERRED,
    a int, b int, FOREIGN KEY (a, b) REFERENCES parent (a, b) MATCH FULL, FOREIGN KEY (b, a) REFERENCES parent (b, a) MATCH SIMPLE,
    PRIMARY KEY (id), FOREIGN KEY (self) REFERENCES children);
ALTER TABLE children ADD CONSTRAINT later FOREIGN KEY (a) REFERENCES parent NOT VALID;
CREATE TABLE left_one (id int PRIMARY KEY, other int);
CREATE TABLE right_one (id int PRIMARY KEY, other int REFERENCES left_one);
ALTER TABLE left_one ADD FOREIGN KEY (other) REFERENCES right_one;

CREATE TABLE base (a int CONSTRAINT positive CHECK (a > 0), b int NOT NULL);
CREATE TABLE heir (CONSTRAINT own CHECK (b > 1)) INHERITS (base);
ALTER TABLE heir ADD CONSTRAINT positive CHECK (a > 0)
