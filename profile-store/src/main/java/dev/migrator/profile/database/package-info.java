/** Replacing a target database: whether it may be, one at a time, and wholly or not at all. */
@NullMarked
package dev.migrator.profile.database;

import org.jspecify.annotations.NullMarked;
