-- The rows of clean-db. Ids come from the sequences, in the order of the rows.

INSERT INTO customer (name, email, phone, created_at) VALUES
    ('Amal Haddad', 'amal@haddad-optics.example', '+33 1 99 00 11 22', '2026-02-27 09:15:00+00'),
    ('Björn Åkesson', 'bjorn@nordljus.example', NULL, '2026-03-01 13:40:00+00'),
    ('Siobhán O''Neill', 'siobhan@nordljus.example', '+353 20 915 0000', '2026-03-02 08:05:00+00'),
    ('Grüne Wiese GmbH', 'it@gruene-wiese.example', NULL, '2026-03-09 16:22:00+00');

INSERT INTO contract (customer_id, signed_on, scan, scan_sha256)
SELECT 1, '2026-03-02', lo_from_bytea(0, scan), sha256(scan)
  FROM convert_to('Support contract, signed by Amal Haddad.', 'UTF8') AS scan;

INSERT INTO ticket (customer_id, subject, body, created_at, updated_at) VALUES
    (1, 'Login page is blank', 'Since the update the login page stays white in Firefox.', '2026-03-03 07:50:00+00', '2026-03-03 07:50:00+00'),
    (1, 'Invoice for February', 'Please send the invoice again.', '2026-03-04 10:00:00+00', '2026-03-04 10:00:00+00'),
    (2, 'URGENT: mail gateway down', 'Nothing has been delivered since six this morning.', '2026-03-05 06:12:00+00', '2026-03-05 06:12:00+00'),
    (4, 'Export bricht ab', 'Der Export der Kunden bricht mit einer Fehlermeldung ab.', '2026-03-10 11:30:00+00', '2026-03-10 11:30:00+00'),
    (3, 'How do I add a colleague?', 'I cannot find the button for it.', '2026-03-11 14:45:00+00', '2026-03-11 14:45:00+00');

INSERT INTO comment (ticket_id, author, body, created_at) VALUES
    (1, 'Support', 'Which version of Firefox is it?', '2026-03-03 08:10:00+00'),
    (1, 'Amal Haddad', 'It is 148, see the picture.', '2026-03-03 08:31:00+00'),
    (2, 'Support', 'It is on its way.', '2026-03-04 10:20:00+00'),
    (3, 'Support', 'The certificate had expired; it is renewed.', '2026-03-05 06:40:00+00'),
    (3, 'Björn Åkesson', 'Mail comes in again, thank you.', '2026-03-05 06:55:00+00'),
    (4, 'Grüne Wiese GmbH', 'Die Meldung liegt bei.', '2026-03-10 11:34:00+00');

INSERT INTO attachment (ticket_id, file_name, path, size_bytes, sha256, uploaded_at) VALUES
    (1, 'Login page.png', 'ticket-1/Login page.png', 3139,
     '\x681c41ad3a709febfaa8cb2710a881986d2c96742d83fc7a3e169cac71235e7d', '2026-03-03 08:31:00+00'),
    (4, 'Fehlermeldung (Übersicht).txt', 'ticket-4/Fehlermeldung (Übersicht).txt', 61,
     '\xefe4658e88280a03aa6cef0816ddb305c037dcabfc00e8d41fcf07f0627ee92b', '2026-03-10 11:34:00+00'),
    (4, 'empty.log', 'ticket-4/empty.log', 0,
     '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2026-03-10 11:35:00+00');

-- Last, since a comment opens its ticket again.
UPDATE ticket SET status = 'waiting' WHERE id = 1;
UPDATE ticket SET status = 'resolved', updated_at = '2026-03-04 10:21:00+00' WHERE id = 2;
UPDATE ticket SET status = 'closed', updated_at = '2026-03-05 07:00:00+00' WHERE id = 3;
