/** The object store on S3 and on what speaks its protocol. */
package dev.migrator.profile.s3;
