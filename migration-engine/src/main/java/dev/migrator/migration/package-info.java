/** Change a database: versioned SQL migrations, tracked, checked and locked. */
@NullMarked
package dev.migrator.migration;

import org.jspecify.annotations.NullMarked;
