/** Reading a database and its media folders into a profile's part of the store. */
package dev.migrator.profile.capture;
