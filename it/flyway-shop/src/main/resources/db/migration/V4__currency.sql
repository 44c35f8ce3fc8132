ALTER TABLE article ADD currency text NOT NULL DEFAULT '${currency}';
