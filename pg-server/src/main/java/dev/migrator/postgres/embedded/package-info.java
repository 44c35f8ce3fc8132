/** PostgreSQL servers of our own on this machine: binaries from a Maven repository, data in the user's cache. */
@NullMarked
package dev.migrator.postgres.embedded;

import org.jspecify.annotations.NullMarked;
