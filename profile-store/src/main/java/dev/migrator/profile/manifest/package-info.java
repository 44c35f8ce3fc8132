/** What a snapshot is made of, and the file that says so. */
package dev.migrator.profile.manifest;
