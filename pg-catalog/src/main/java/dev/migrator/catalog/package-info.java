/** What a PostgreSQL database is made of: read the whole catalog, write it back as DDL, fingerprint it, compare two of them. */
package dev.migrator.catalog;
