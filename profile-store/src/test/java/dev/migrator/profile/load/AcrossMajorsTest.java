package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.database;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcrossMajorsTest {

    @Test
    void aSnapshotOfAnOlderMajorIsRestoredOnANewerOne() throws SQLException {
        List<Integer> majors = TestPostgres.majors();
        assumeTrue(majors.size() > 1, "it.majors names one major only");
        TestPostgres older = TestPostgres.of(majors.get(0));
        TestPostgres newer = TestPostgres.newest();

        Database restored =
                Restoring.of(Taken.of(database(older, """
                        CREATE SCHEMA app;
                        CREATE TYPE app.mood AS ENUM ('sad', 'ok');
                        CREATE DOMAIN app.positive AS int CHECK (VALUE > 0);
                        CREATE TABLE app.people (
                            id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            name varchar(20) NOT NULL CHECK (name IN ('a', 'b', 'c')),
                            mood app.mood DEFAULT 'ok', age app.positive, born timestamptz,
                            twice int GENERATED ALWAYS AS (age * 2) STORED);
                        CREATE TABLE app.notes (person int NOT NULL REFERENCES app.people, note text, UNIQUE (person, note));
                        INSERT INTO app.people (name, age, born) SELECT chr(97 + i), 1 + i, timestamptz '2000-01-01' + i * interval '1 day'
                        FROM generate_series(0, 2) i;
                        INSERT INTO app.notes VALUES (1, 'x'), (2, NULL);
                        CREATE VIEW app.names AS SELECT p.name, count(n.note) FROM app.people p LEFT JOIN app.notes n ON n.person = p.id
                        GROUP BY p.id;
                        CREATE MATERIALIZED VIEW app.moods AS SELECT mood, extract(year FROM born) AS year FROM app.people;
                        CREATE INDEX ON app.notes (lower(note)) WHERE note <> 'y';
                        GRANT ALL ON app.people TO PUBLIC;
                        CREATE TABLE app.a_table_with_a_name_that_is_rather_long (a_column_with_a_name_that_is_long_too int NOT NULL);
                        CREATE TABLE app.parent (a int, b int NOT NULL);
                        CREATE TABLE app.child (c int) INHERITS (app.parent);
                        ALTER TABLE app.child ALTER a SET NOT NULL;
                        """)), absent(newer)).run();

        assertThat(values(restored, "SELECT name FROM app.people WHERE twice = 4"))
                .isEqualTo("b");
        assertThat(values(restored, "SELECT count(*) FROM app.moods")).isEqualTo("3");
    }
}
