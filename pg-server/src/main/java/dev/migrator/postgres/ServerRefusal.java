package dev.migrator.postgres;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a server said no to, without the values of rows that its DETAIL, its CONTEXT and some of its messages hold.
 *
 * @param sqlState five characters; empty where the driver gave none
 * @param message the server's primary message, or the name of the condition where the message would quote a value
 * @param copyLine the line of a COPY that was refused, from 1; 0 where it was no COPY
 * @param copyColumn the column of that line; null where the whole line was refused
 */
public record ServerRefusal(
        String sqlState,
        String message,
        long copyLine,
        @Nullable String copyColumn) {

    private static final Pattern COPY_PLACE =
            Pattern.compile("^COPY .*?, line (\\d+)(?:, column ([^:\\n]+))?", Pattern.MULTILINE);

    public static ServerRefusal of(SQLException refusal) {
        String state = refusal.getSQLState() == null ? "" : refusal.getSQLState();
        ServerErrorMessage said = refusal instanceof PSQLException e ? e.getServerErrorMessage() : null;
        if (said == null) {
            return new ServerRefusal(state, driverMessage(refusal), 0, null);
        }
        Matcher place = COPY_PLACE.matcher(said.getWhere() == null ? "" : said.getWhere());
        boolean copy = place.find();
        return new ServerRefusal(
                state, words(state, said), copy ? Long.parseLong(place.group(1)) : 0, copy ? place.group(2) : null);
    }

    /** The refusal as an exception that may be printed and passed on as a cause. */
    public SQLException withoutValues() {
        return new SQLException(message, sqlState);
    }

    /** Of the driver's own failures only the first line can be trusted to be the driver's own words. */
    private static String driverMessage(SQLException refusal) {
        String message = refusal.getMessage() == null ? refusal.getClass().getSimpleName() : refusal.getMessage();
        return message.lines().findFirst().orElse("");
    }

    /** A RAISE may take any SQLSTATE; the server still says which of its routines has spoken. */
    private static String words(String state, ServerErrorMessage said) {
        if ("exec_stmt_raise".equals(said.getRoutine())) {
            return condition("P0001");
        }
        return quotesValues(state) ? condition(state) : String.valueOf(said.getMessage());
    }

    /** Data exceptions quote what they could not read; a RAISE says what its author likes. */
    private static boolean quotesValues(String state) {
        return state.startsWith("22") || state.equals("P0001") || state.equals("P0004");
    }

    private static String condition(String state) {
        return switch (state) {
            case "22001" -> "a text is too long for its type";
            case "22003" -> "a number is out of range";
            case "22007", "22008", "22009" -> "a date or time is not valid";
            case "22012" -> "division by zero";
            case "22021" -> "a character is not valid in this encoding";
            case "22P02" -> "a value is not valid for its type";
            case "22P04" -> "a line has the wrong number of columns";
            case "P0001" -> "a function raised an exception";
            case "P0004" -> "an assertion of a function failed";
            default -> "a value was refused";
        };
    }
}
