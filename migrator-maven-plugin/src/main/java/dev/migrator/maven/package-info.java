/** The goals: parameters in, one call into a use case, progress and words out. */
@NullMarked
package dev.migrator.maven;

import org.jspecify.annotations.NullMarked;
