-- customer1's mail gateway let messages without a subject through. 006 forbids them, so they get one here.

UPDATE ticket
   SET subject = 'Ticket ' || id
 WHERE btrim(subject) = '';
