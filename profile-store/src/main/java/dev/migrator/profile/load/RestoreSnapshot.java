package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.DdlPlan;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.Phase;
import dev.migrator.catalog.Statement;
import dev.migrator.postgres.Capabilities;
import dev.migrator.postgres.Database;
import dev.migrator.profile.database.DatabaseShape;
import dev.migrator.profile.database.Filling;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.profile.event.ProgressEvent.StepStarted;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.internal.Crew;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.store.ChunkSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Fills an empty database with a snapshot: the schema that rows need, the rows, keys and indexes, foreign keys, all that must not see rows
 * arrive, statistics; and then the proof that it is the snapshot.
 *
 * <p>Holds one chunk in memory for each job. Immutable.
 */
public final class RestoreSnapshot implements Filling {

    private final Manifest manifest;
    private final ChunkSource chunks;
    private final AccessPolicy access;
    private final int jobs;
    private final ProgressListener listener;
    private final DdlPlan plan;

    /**
     * @param chunks hashes all that it gives
     * @param jobs how many connections work at the same time, at least 1
     */
    public RestoreSnapshot(
            Manifest manifest, ChunkSource chunks, AccessPolicy access, int jobs, ProgressListener listener) {
        this.manifest = manifest;
        this.chunks = chunks;
        this.access = access;
        this.jobs = jobs;
        this.listener = listener.calm();
        DdlPlan whole = manifest.catalog().plan();
        this.plan = (access.subscriptions() ? whole : whole.without(ObjectKind.SUBSCRIPTION))
                .without(access.leftOut().toArray(Aspect[]::new))
                .without(Aspect.LABEL);
    }

    @Override
    public void check(Connection server, Database target) throws SQLException {
        ExtensionsOnServer extensions = ExtensionsOnServer.of(manifest.extensions(), server);
        extensions.requireAll(server, target);
        extensions.otherVersions().forEach(told -> listener.on(new Notice(told)));
        if (access.keeps(Aspect.LABEL)) {
            LabelProviders.of(manifest).requireAll(server, target);
        }
        if (access.subscriptions()) {
            SubscriptionsOnServer.of(manifest.catalog()).requireRight(server, target);
        }
        omissions(server).sentences().forEach(told -> listener.on(new Notice(told)));
        new RolesOnServer(server).check(namedRoles(), access, target);
    }

    @Override
    public void prepare(Connection server) throws SQLException {
        if (access.createMissing()) {
            new RolesOnServer(server).createMissing(namedRoles());
        }
    }

    @Override
    public DatabaseShape shape() {
        return new DatabaseShape(
                manifest.catalog().database(),
                access.keeps(Aspect.OWNER),
                access.keeps(Aspect.PRIVILEGES),
                access.keeps(Aspect.TABLESPACE));
    }

    /**
     * Fills and proves.
     *
     * @throws RestoreProofException where the database is not what the snapshot holds
     */
    @Override
    public void fill(Database fresh) throws SQLException {
        Capabilities capabilities = capabilities(fresh);
        Omissions omissions = omissions(fresh);
        DdlPlan possible = omissions.from(plan);
        Crew<Job> crew = LoadWorker.crew(fresh, capabilities.replicaRole(), jobs);
        Proof proof = new Proof(manifest, access.leftOut(), omissions, fresh, crew, listener);
        makeSchema(possible, crew, fresh);
        new LoadQueue(manifest, chunks, access, listener).load(crew);
        buildKeysAndIndexes(possible, crew, fresh);
        declareForeignKeys(possible, crew, fresh);
        crew.run(new SequenceWriter(manifest.sequences()));
        if (!capabilities.bypassRowSecurity()) {
            // Policies that come now could hide rows from us.
            proof.rows();
        }
        listener.on(new StepStarted("making views, triggers and privileges"));
        crew.run(new SchemaWriter(possible.in(Phase.LATE), fresh));
        if (access.keeps(Aspect.LABEL)) {
            crew.run(new LabelWriter(manifest, fresh));
        }
        listener.on(new StepStarted("gathering statistics"));
        crew.run(new Analyze());
        if (capabilities.bypassRowSecurity()) {
            proof.rows();
        }
        proof.rest();
    }

    private void makeSchema(DdlPlan possible, Crew<Job> crew, Database fresh) throws SQLException {
        listener.on(new StepStarted("making the schema"));
        List<Statement> statements;
        try (Connection connection = fresh.connect()) {
            ExtensionsOnServer extensions = ExtensionsOnServer.of(manifest.extensions(), connection);
            statements = possible.in(Phase.BEFORE_ROWS).stream()
                    .map(extensions::inItsVersion)
                    .toList();
        }
        crew.run(new SchemaWriter(statements, fresh));
    }

    private void buildKeysAndIndexes(DdlPlan possible, Crew<Job> crew, Database fresh) {
        listener.on(new StepStarted("building keys and indexes"));
        KeysAndIndexes phase =
                KeysAndIndexes.of(possible.in(Phase.KEYS_AND_INDEXES), new TableSizes(manifest.tables()));
        crew.run(sideBySide(phase.builds(), fresh));
        crew.run(new SchemaWriter(phase.rest(), fresh));
    }

    private void declareForeignKeys(DdlPlan possible, Crew<Job> crew, Database fresh) throws SQLException {
        listener.on(new StepStarted("checking foreign keys"));
        ForeignKeys phase = ForeignKeys.of(
                possible.in(Phase.FOREIGN_KEYS), ForeignKeys.partitioned(fresh), new TableSizes(manifest.tables()));
        crew.run(new SchemaWriter(phase.declarations(), fresh));
        crew.run(sideBySide(phase.validations(), fresh));
    }

    /** A job for each table, which finds its rows in memory from its second statement on. */
    private static List<OneByOne> sideBySide(List<List<Statement>> tables, Database fresh) {
        return tables.stream().map(table -> new OneByOne(table, fresh)).toList();
    }

    private Omissions omissions(Database fresh) throws SQLException {
        try (Connection connection = fresh.connect()) {
            return omissions(connection);
        }
    }

    /** What the server cannot have, and the subscriptions that it shall not. */
    private Omissions omissions(Connection connection) throws SQLException {
        SubscriptionsOnServer subscriptions = SubscriptionsOnServer.of(manifest.catalog());
        Omissions omissions = access.subscriptions() ? subscriptions.omissions(connection) : subscriptions.all();
        return access.keeps(Aspect.TABLESPACE)
                ? omissions.and(TablespacesOnServer.of(connection).omissions(manifest.catalog()))
                : omissions;
    }

    private NamedRoles namedRoles() {
        return NamedRoles.of(manifest, plan, access);
    }

    private static Capabilities capabilities(Database fresh) throws SQLException {
        try (Connection connection = fresh.connect()) {
            return Capabilities.probe(connection);
        }
    }
}
