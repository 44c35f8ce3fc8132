package dev.migrator.postgres;

/** A database that is another one in everything but its connections. As immutable as the one that it wraps. */
public abstract class ForwardingDatabase implements Database {

    private final Database database;

    protected ForwardingDatabase(Database database) {
        this.database = database;
    }

    /** The database whose connections are wrapped. */
    protected final Database wrapped() {
        return database;
    }

    /** Another database of the server, wrapped in the same way. */
    protected abstract Database wrapping(Database other);

    @Override
    public final Database named(String otherName) {
        return wrapping(database.named(otherName));
    }

    @Override
    public final String name() {
        return database.name();
    }

    @Override
    public final String server() {
        return database.server();
    }

    @Override
    public final String url() {
        return database.url();
    }

    @Override
    public final String user() {
        return database.user();
    }

    @Override
    public final String toString() {
        return database.toString();
    }
}
