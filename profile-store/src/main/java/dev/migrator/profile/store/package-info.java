/** Where bytes lie: places to keep objects, and the space that each profile has in one. */
package dev.migrator.profile.store;
