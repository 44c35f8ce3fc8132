package dev.migrator.core.replay;

import dev.migrator.migration.Migrated;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressListener;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears from Liquibase of each changeset that runs. For one update, on its thread. */
final class ChangeSetWatch implements InvocationHandler {

    private static final String LISTENER = "liquibase.changelog.visitor.ChangeExecListener";
    private static final String CHANGE_SET = "liquibase.changelog.ChangeSet";

    private final Mirror mirror;
    private final ProgressListener listener;
    private final List<Migrated.Applied> applied = new ArrayList<>();
    private long begun;

    ChangeSetWatch(Mirror mirror, ProgressListener listener) {
        this.mirror = mirror;
        this.listener = listener;
    }

    /** As Liquibase's class loader knows it. */
    Object listener() {
        Class<?> type = mirror.type(LISTENER);
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
    }

    List<Migrated.Applied> applied() {
        return List.copyOf(applied);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(this);
                case "equals" -> arguments != null && proxy == arguments[0];
                default -> "migrator";
            };
        }
        if (arguments != null && mirror.type(CHANGE_SET).isInstance(arguments[0])) {
            String name = name(mirror, arguments[0]);
            if (method.getName().equals("willRun")) {
                begun = System.nanoTime();
                listener.on(new ProgressEvent.StepStarted("applying " + name));
            } else if (method.getName().equals("ran")) {
                applied.add(new Migrated.Applied(name, Duration.ofNanos(System.nanoTime() - begun)));
            }
        }
        return null;
    }

    /** File, id and author, in Liquibase's own form. */
    static String name(Mirror mirror, Object changeSet) {
        return mirror.call(CHANGE_SET, changeSet, "getFilePath") + "::" + mirror.call(CHANGE_SET, changeSet, "getId")
                + "::" + mirror.call(CHANGE_SET, changeSet, "getAuthor");
    }
}
