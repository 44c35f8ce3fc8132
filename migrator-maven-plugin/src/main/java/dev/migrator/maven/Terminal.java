package dev.migrator.maven;

import java.io.Console;
import org.apache.maven.execution.MavenSession;

/** Whether somebody is looking at a screen on which a line can be written over. */
final class Terminal {

    private Terminal() {}

    static boolean isThere(MavenSession session) {
        return session.getRequest().isInteractiveMode()
                && System.getenv("CI") == null
                && !"dumb".equals(System.getenv("TERM"))
                && consoleIsTerminal();
    }

    /** From Java 22 on there is a console even where there is no terminal, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull") // null is what the older ones say
    private static boolean consoleIsTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
