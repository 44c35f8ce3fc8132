-- Whoever tries the application on clean-db writes as this guest; a customer's database has no such row.

INSERT INTO customer (name, email)
VALUES ('Guest', 'guest@support-desk.example');
