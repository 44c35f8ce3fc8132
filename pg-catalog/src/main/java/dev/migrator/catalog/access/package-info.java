/** Owners, privileges and comments, read and written at one place each for all kinds alike. Not for callers of the module. */
package dev.migrator.catalog.access;
