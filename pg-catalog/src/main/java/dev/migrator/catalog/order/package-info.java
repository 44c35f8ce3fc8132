/** What depends on what, and the order in which drafts become statements, with dependency loops broken. Not for callers of the module. */
package dev.migrator.catalog.order;
