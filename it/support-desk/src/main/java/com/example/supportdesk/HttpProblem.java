package com.example.supportdesk;

import java.sql.SQLException;
import java.util.Map;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A request that cannot be served: the status and the sentence that the caller gets to read. */
final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(HttpProblem.class.getName());

    private final int status;

    HttpProblem(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static HttpProblem notFound(String what) {
        return new HttpProblem(404, "There is no " + what + ".");
    }

    /** What the database refused: the caller's mistake where a constraint or a value says so (SQLSTATE classes 22 and 23). */
    static HttpProblem of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("23")) {
            return new HttpProblem(422, "The request violates " + constraint(failure) + ".");
        }
        if (state.startsWith("22")) {
            return new HttpProblem(400, "The request holds a value that its column cannot.");
        }
        LOG.log(System.Logger.Level.ERROR, "The database failed", failure);
        return new HttpProblem(500, "The database failed; the log says why.");
    }

    /** Only the constraint's name: PostgreSQL's own message quotes the row. */
    private static String constraint(SQLException failure) {
        ServerErrorMessage message =
                failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String name = message == null ? null : message.getConstraint();
        return name == null ? "a rule of its table" : name;
    }

    Response response() {
        return Response.json(status, Map.of("problem", getMessage()));
    }
}
