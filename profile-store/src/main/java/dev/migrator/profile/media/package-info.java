/** Folders of uploaded files: put in their place together with the database that they belong to. */
@NullMarked
package dev.migrator.profile.media;

import org.jspecify.annotations.NullMarked;
