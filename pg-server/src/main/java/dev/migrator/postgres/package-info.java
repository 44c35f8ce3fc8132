/** Reach a PostgreSQL: connect, quote, know its version and what the role may do. */
@NullMarked
package dev.migrator.postgres;

import org.jspecify.annotations.NullMarked;
