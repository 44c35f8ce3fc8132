/** Replay: bringing a database to the newest migration of its project, by whichever engine the project has. */
@NullMarked
package dev.migrator.core.replay;

import org.jspecify.annotations.NullMarked;
