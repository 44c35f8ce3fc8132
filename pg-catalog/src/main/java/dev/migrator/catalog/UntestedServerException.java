package dev.migrator.catalog;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.ServerVersion;

/** A server is of a major that nothing has been proved on. */
public final class UntestedServerException extends MigratorException {

    private static final long serialVersionUID = 1L;

    UntestedServerException(String server, ServerVersion version, TestedMajors tested) {
        super(
                "PostgreSQL " + version.major() + " is not tested for this",
                server + " runs " + version,
                "Use a server of " + tested
                        + ", or take the risk that something is lost: -Dmigrator.untestedServers=true");
    }
}
