/** Read scripts as psql reads them, and run them statement by statement. */
@NullMarked
package dev.migrator.migration.internal.script;

import org.jspecify.annotations.NullMarked;
