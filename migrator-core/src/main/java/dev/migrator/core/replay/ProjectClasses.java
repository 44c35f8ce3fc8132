package dev.migrator.core.replay;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The class path of a project, in a class loader that sees nothing of ours: so the project's own version of every library runs, whatever
 * we are made with. Immutable.
 */
final class ProjectClasses {

    private static final String DRIVER = "org.postgresql.Driver";

    private final List<Path> classPath;

    ProjectClasses(List<Path> classPath) {
        this.classPath = List.copyOf(classPath);
    }

    List<Path> classPath() {
        return classPath;
    }

    /** Does work with the project's classes, which this thread's libraries find too. */
    <T> T with(Function<ClassLoader, T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            try {
                return work.apply(loader);
            } finally {
                forgetDriver(loader);
            }
        } catch (IOException e) {
            throw new ReplayException(
                    "the project's class path cannot be read", e.toString(), "Build the project anew");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private URL[] urls() {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            try {
                urls.add(entry.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new ReplayException("an entry of the class path is no file", entry.toString(), "Correct the POM");
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** The JVM's list of drivers would keep it, and with it all classes of the project, for as long as the build runs. */
    private static void forgetDriver(ClassLoader loader) {
        try {
            Class<?> driver = Class.forName(DRIVER, true, loader);
            if (Boolean.TRUE.equals(driver.getMethod("isRegistered").invoke(null))) {
                driver.getMethod("deregister").invoke(null);
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            // It was never there, or it cannot be forgotten, which costs memory and nothing else.
            return;
        }
    }
}
