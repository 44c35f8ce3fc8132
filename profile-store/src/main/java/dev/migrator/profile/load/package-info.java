/** Restoring a snapshot into an empty database: schema, rows, keys, and the proof that all of it arrived. */
@NullMarked
package dev.migrator.profile.load;

import org.jspecify.annotations.NullMarked;
