package dev.migrator.profile.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;

/** Where servers listen, as far as names and addresses tell. */
final class ServerAddress {

    private ServerAddress() {}

    /**
     * Whether two servers have an address and port in common.
     *
     * @param one as {@link dev.migrator.postgres.Database#server()} gives it: {@code host:port}, or several joined by commas
     */
    static boolean shared(String one, String other) {
        Set<String> addresses = addresses(one);
        addresses.retainAll(addresses(other));
        return !addresses.isEmpty();
    }

    private static Set<String> addresses(String servers) {
        Set<String> addresses = new HashSet<>();
        for (String server : servers.split(",", -1)) {
            int colon = server.lastIndexOf(':');
            String host = server.substring(0, colon).replaceAll("^\\[|]$", "");
            try {
                for (InetAddress address : InetAddress.getAllByName(host)) {
                    String number = address.isLoopbackAddress() ? "loopback" : address.getHostAddress();
                    addresses.add(number + server.substring(colon));
                }
            } catch (UnknownHostException e) {
                addresses.add(server);
            }
        }
        return addresses;
    }
}
