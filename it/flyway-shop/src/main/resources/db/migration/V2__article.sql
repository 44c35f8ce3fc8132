CREATE TABLE article (id int PRIMARY KEY, price numeric NOT NULL);
COPY article FROM stdin;
1	10.50
2	7
\.
