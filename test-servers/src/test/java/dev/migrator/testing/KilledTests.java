package dev.migrator.testing;

/** A JVM of tests that starts servers, prints {@code port endpoint}, and is killed. */
final class KilledTests {

    private KilledTests() {}

    public static void main(String[] arguments) {
        System.out.println(
                TestPostgres.newest().port() + " " + TestS3.shared().endpoint().getPort());
        System.out.flush();
        Runtime.getRuntime().halt(1);
    }
}
