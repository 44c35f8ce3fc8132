/** The use cases: each is one class with one public method, which a front end calls with what {@link dev.migrator.core.settings.Settings} say. */
@NullMarked
package dev.migrator.core;

import org.jspecify.annotations.NullMarked;
