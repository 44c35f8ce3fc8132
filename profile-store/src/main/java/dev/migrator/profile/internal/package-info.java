/** What the packages of this module share and nobody else sees. */
package dev.migrator.profile.internal;
