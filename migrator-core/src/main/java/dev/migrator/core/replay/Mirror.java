package dev.migrator.core.replay;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes and calls objects of classes that only another class loader knows. Names are those of public classes and methods. */
final class Mirror {

    private final ClassLoader loader;

    Mirror(ClassLoader loader) {
        this.loader = loader;
    }

    /** What a called method threw, where that was not unchecked. */
    static final class CalledException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CalledException(Throwable thrown) {
            super(thrown);
        }
    }

    Class<?> type(String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw lacks(name);
        }
    }

    /** Whether the project's version of a class has a method. */
    boolean has(String type, String method) {
        return Arrays.stream(type(type).getMethods())
                .anyMatch(candidate -> candidate.getName().equals(method));
    }

    Object make(String type, @Nullable Object... arguments) {
        return required(run(type, "constructor", type(type).getConstructors(), arguments, null), type);
    }

    /** @param object null for a static method */
    @Nullable
    Object call(String type, @Nullable Object object, String method, @Nullable Object... arguments) {
        Executable[] named = Arrays.stream(type(type).getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .toArray(Executable[]::new);
        return run(type, method, named, arguments, object);
    }

    /** The same for methods that never give null. */
    Object get(String type, @Nullable Object object, String method, @Nullable Object... arguments) {
        return required(call(type, object, method, arguments), type + "." + method);
    }

    private static Object required(@Nullable Object value, String what) {
        if (value == null) {
            throw lacks(what);
        }
        return value;
    }

    private static @Nullable Object run(
            String type, String name, Executable[] all, @Nullable Object[] arguments, @Nullable Object object) {
        for (Executable candidate : all) {
            if (fits(candidate.getParameterTypes(), arguments)) {
                try {
                    return candidate instanceof Method method
                            ? method.invoke(object, arguments)
                            : ((Constructor<?>) candidate).newInstance(arguments);
                } catch (InvocationTargetException e) {
                    throw e.getTargetException() instanceof RuntimeException unchecked
                            ? unchecked
                            : new CalledException(e.getTargetException());
                } catch (ReflectiveOperationException e) {
                    throw lacks(type + "." + name);
                }
            }
        }
        throw lacks(type + "." + name);
    }

    private static boolean fits(Class<?>[] parameters, @Nullable Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            Object argument = arguments[i];
            boolean flag = parameters[i] == boolean.class && argument instanceof Boolean;
            if (argument == null ? parameters[i].isPrimitive() : !flag && !parameters[i].isInstance(argument)) {
                return false;
            }
        }
        return true;
    }

    private static ReplayException lacks(String name) {
        return new ReplayException(
                "the project's class path lacks what replays its migrations",
                name,
                "Add the library to the project or to its plugin, in a version of the last years");
    }
}
