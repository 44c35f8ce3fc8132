/** Random schemas: what nobody thought of writing by hand. */
package dev.migrator.catalog.random;
