package com.example.supportdesk;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The support desk: an HTTP server over a database and a directory of uploaded files. */
public final class SupportDesk implements Closeable {
    private static final int WORKERS = 8;

    private final HttpServer server;
    private final ExecutorService workers;

    private SupportDesk(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Starts to serve on the loopback interface.
     *
     * @param port 0 for any that is free
     */
    public static SupportDesk start(DataSource dataSource, Path uploads, int port) throws IOException {
        Database database = new Database(dataSource);
        Router router = new Router();
        new Customers(database).addTo(router);
        new Contracts(database).addTo(router);
        new Tickets(database).addTo(router);
        new Comments(database).addTo(router);
        new Attachments(database, new UploadDirectory(uploads)).addTo(router);
        new Statistics(database).addTo(router);

        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        server.setExecutor(workers);
        server.createContext("/", router);
        server.start();
        return new SupportDesk(server, workers);
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
    }

    /** Configured by the environment: {@code DATABASE_URL}, {@code DATABASE_USER}, {@code DATABASE_PASSWORD}, {@code UPLOADS}, {@code PORT}. */
    public static void main(String[] args) throws IOException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(setting("DATABASE_URL"));
        dataSource.setUser(setting("DATABASE_USER"));
        dataSource.setPassword(setting("DATABASE_PASSWORD"));
        SupportDesk desk = start(dataSource, Path.of(setting("UPLOADS")), Integer.parseInt(setting("PORT")));
        System.out.println("Support desk at " + desk.address());
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("The environment variable " + name + " is not set.");
        }
        return value;
    }
}
