package dev.migrator.core.replay;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A log that keeps nothing, whatever logging the project has: an engine would print statements in it, with the values that they hold. What
 * it has to say comes as an exception.
 */
final class SilentLog implements InvocationHandler {

    private SilentLog() {}

    /** @param type an engine's interface that logs, or that gives others of its interfaces that do */
    static Object as(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new SilentLog());
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        Class<?> type = method.getReturnType();
        if (method.getName().equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return System.identityHashCode(proxy);
        }
        return type.isInterface() ? as(type) : null;
    }
}
