/** The servers that tests run on. */
@NullMarked
package dev.migrator.testing;

import org.jspecify.annotations.NullMarked;
