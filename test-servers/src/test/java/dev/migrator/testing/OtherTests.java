package dev.migrator.testing;

/** A JVM of tests that starts a server, prints its port, and ends as it should. */
final class OtherTests {

    private OtherTests() {}

    public static void main(String[] arguments) {
        System.out.println(TestPostgres.newest().port());
    }
}
