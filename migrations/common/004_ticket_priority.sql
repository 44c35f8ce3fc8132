-- Every ticket gets a priority. What is there already is judged by its subject.

CREATE TYPE ticket_priority AS ENUM ('low', 'normal', 'urgent');

ALTER TABLE ticket ADD COLUMN priority ticket_priority;

UPDATE ticket
   SET priority = CASE
           WHEN subject ~* '\m(urgent|down|outage)\M' THEN 'urgent'
           WHEN status = 'closed' THEN 'low'
           ELSE 'normal'
       END::ticket_priority;

ALTER TABLE ticket
    ALTER COLUMN priority SET DEFAULT 'normal',
    ALTER COLUMN priority SET NOT NULL;
