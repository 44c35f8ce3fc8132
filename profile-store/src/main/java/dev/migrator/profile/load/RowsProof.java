package dev.migrator.profile.load;

import dev.migrator.profile.internal.StepProgress;
import dev.migrator.profile.manifest.RowsDigest;
import dev.migrator.profile.manifest.TableContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads rows out of the new database and compares their number and their digest with those of the snapshot. Tables whose rows went in
 * through the root of their partition tree are compared together, since each row found its own partition.
 */
final class RowsProof implements Job {

    private final List<TableContent> tables;
    private final StepProgress progress;
    private final Differences differences;

    /** @param tables one, or all that were loaded through the same root */
    RowsProof(List<TableContent> tables, StepProgress progress, Differences differences) {
        this.tables = tables;
        this.progress = progress;
        this.differences = differences;
    }

    @Override
    public String subject() {
        return Rows.direct(tables.get(0))
                ? Rows.subject(tables.get(0))
                : "table " + tables.get(0).loadInto();
    }

    @Override
    public void run(Connection connection) throws SQLException {
        RowsDigest expected = new RowsDigest();
        tables.forEach(table -> expected.add(RowsDigest.of(table.digest(), table.rows())));
        RowsDigest found = read(connection);
        if (found.rows() != expected.rows()) {
            differences.add(subject(), found.rows() + " rows instead of " + expected.rows());
        } else if (!found.hex().equals(expected.hex())) {
            differences.add(subject(), "other rows");
        }
    }

    private RowsDigest read(Connection connection) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(Rows.out(tables.get(0)));
        RowsDigest digest = new RowsDigest();
        long untold = 0;
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            digest.add(row, 0, row.length - 1);
            untold += row.length;
            if (untold > StepProgress.WORTH_TELLING) {
                progress.add(untold);
                untold = 0;
            }
        }
        progress.add(untold);
        return digest;
    }
}
