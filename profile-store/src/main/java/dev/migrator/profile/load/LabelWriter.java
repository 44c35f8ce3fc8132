package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.DdlPlan;
import dev.migrator.catalog.SecurityLabel;
import dev.migrator.catalog.Statement;
import dev.migrator.postgres.Database;
import dev.migrator.profile.manifest.LargeObject;
import dev.migrator.profile.manifest.Manifest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sets the security labels of all objects, of large objects and of the database, in one session, which has the providers' libraries. */
final class LabelWriter implements Job {

    private final Manifest manifest;
    private final Database fresh;

    LabelWriter(Manifest manifest, Database fresh) {
        this.manifest = manifest;
        this.fresh = fresh;
    }

    /** @param of what is labelled, for messages */
    private record Labelling(String of, String sql) {}

    @Override
    public String subject() {
        return "security labels";
    }

    @Override
    public void run(Connection connection) throws SQLException {
        List<Labelling> labels = labels();
        if (labels.isEmpty()) {
            return;
        }
        LabelProviders.of(manifest).load(connection);
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Labelling next : labels) {
                try {
                    statement.execute(next.sql);
                } catch (SQLException e) {
                    throw RestoreException.inWords(e, "security label of " + next.of, fresh);
                }
            }
        }
    }

    private List<Labelling> labels() {
        List<Labelling> labels = new ArrayList<>();
        addLabels(manifest.catalog().plan(), labels);
        for (LargeObject object : manifest.largeObjects()) {
            for (SecurityLabel label : object.labels()) {
                labels.add(new Labelling("large object " + object.oid(), label.sql("LARGE OBJECT " + object.oid())));
            }
        }
        addLabels(manifest.catalog().database().plan(fresh.name()), labels);
        return labels;
    }

    private static void addLabels(DdlPlan plan, List<Labelling> labels) {
        for (Statement statement : plan.statements()) {
            if (statement.aspect() == Aspect.LABEL) {
                labels.add(new Labelling(statement.object().toString(), statement.sql()));
            }
        }
    }
}
