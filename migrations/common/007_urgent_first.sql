-- Urgent tickets come first in the list, and the statistics count them.

CREATE INDEX ticket_urgent_first ON ticket (priority DESC, updated_at DESC, id);

CREATE OR REPLACE VIEW customer_activity AS
SELECT customer.id AS customer_id,
       customer.name,
       count(ticket.id) AS tickets,
       count(ticket.id) FILTER (WHERE ticket.status IN ('open', 'waiting')) AS unfinished_tickets,
       coalesce(sum(talk.comments), 0)::bigint AS comments,
       max(ticket.updated_at) AS last_activity,
       count(ticket.id) FILTER (WHERE ticket.priority = 'urgent') AS urgent_tickets
  FROM customer
  LEFT JOIN ticket ON ticket.customer_id = customer.id
  LEFT JOIN (SELECT ticket_id, count(*) AS comments FROM comment GROUP BY ticket_id) AS talk ON talk.ticket_id = ticket.id
 GROUP BY customer.id;
