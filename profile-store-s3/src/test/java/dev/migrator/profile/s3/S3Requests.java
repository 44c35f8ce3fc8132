package dev.migrator.profile.s3;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Counts every HTTP request to S3 of this JVM by its kind, retries included. The SDK finds it by the resource
 * {@code execution.interceptors}, so no product code knows of it. Safe for use by several threads.
 */
public final class S3Requests implements ExecutionInterceptor {

    private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

    /** The requests so far, by kind: {@code PutObject=3}. */
    public static Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        COUNTS.forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }

    /** The requests that some work makes, by kind; nothing else may use S3 at the same time. */
    public static Map<String, Long> during(Runnable work) {
        Map<String, Long> before = counts();
        work.run();
        Map<String, Long> made = counts();
        before.forEach((kind, count) -> made.merge(kind, -count, Long::sum));
        made.values().removeIf(count -> count == 0);
        return made;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        String kind = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        COUNTS.computeIfAbsent(kind, k -> new LongAdder()).increment();
    }
}
