-- Tickets and the conversation on each of them.

CREATE TYPE ticket_status AS ENUM ('open', 'waiting', 'resolved', 'closed');

CREATE TABLE ticket (
    id          bigserial PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customer,
    subject     text NOT NULL,
    body        text NOT NULL,
    status      ticket_status NOT NULL DEFAULT 'open',
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    search      tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', subject || ' ' || body)) STORED
);

CREATE INDEX ticket_customer ON ticket (customer_id);
CREATE INDEX ticket_search ON ticket USING gin (search);

CREATE TABLE comment (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id  bigint NOT NULL REFERENCES ticket ON DELETE CASCADE,
    author     text NOT NULL,
    body       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX comment_ticket ON comment (ticket_id);

-- A comment moves its ticket to the top, and a comment on a finished ticket opens it again.
CREATE FUNCTION touch_ticket() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE ticket
       SET updated_at = greatest(updated_at, NEW.created_at),
           status = CASE WHEN status IN ('resolved', 'closed') THEN 'open' ELSE status END
     WHERE id = NEW.ticket_id;
    RETURN NULL;
END
$$;

CREATE TRIGGER comment_touches_ticket
    AFTER INSERT ON comment
    FOR EACH ROW EXECUTE FUNCTION touch_ticket();

-- One row a customer, for the list in which a team lead sees who waits.
CREATE VIEW customer_activity AS
SELECT customer.id AS customer_id,
       customer.name,
       count(ticket.id) AS tickets,
       count(ticket.id) FILTER (WHERE ticket.status IN ('open', 'waiting')) AS unfinished_tickets,
       coalesce(sum(talk.comments), 0)::bigint AS comments,
       max(ticket.updated_at) AS last_activity
  FROM customer
  LEFT JOIN ticket ON ticket.customer_id = customer.id
  LEFT JOIN (SELECT ticket_id, count(*) AS comments FROM comment GROUP BY ticket_id) AS talk ON talk.ticket_id = ticket.id
 GROUP BY customer.id;
