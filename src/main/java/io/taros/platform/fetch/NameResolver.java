package io.taros.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Turns a name into all its addresses. The machine's own resolver in production, a liar in tests.
 */
@FunctionalInterface
public interface NameResolver {

    NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> resolve(String host) throws UnknownHostException;
}
