/** The configuration that all front ends share: one list of settings, one order of precedence, every value with its origin. */
@NullMarked
package dev.migrator.core.settings;

import org.jspecify.annotations.NullMarked;
