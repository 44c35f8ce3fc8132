--liquibase formatted sql

--changeset carl:currency
ALTER TABLE article ADD currency text NOT NULL DEFAULT '${currency}';
--rollback ALTER TABLE article DROP currency;

--changeset carl:names contextFilter:production
UPDATE customer SET name = upper(name);
