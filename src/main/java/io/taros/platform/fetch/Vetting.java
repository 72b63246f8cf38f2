package io.taros.platform.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.io.DetachedSocketFactory;

/**
 * Resolves a name once and hands the client only addresses that may be connected to, so that what
 * was judged is what is connected to. The socket asks again, before and after connecting, in case
 * anything ever comes around the resolver.
 */
final class Vetting implements DnsResolver, DetachedSocketFactory {
    private static final int MAX_ADDRESSES = 256;
    private static final Duration RESOLVE_WITHIN = Duration.ofSeconds(5);

    private final AddressPolicy policy;
    private final NameResolver names;

    Vetting(AddressPolicy policy, NameResolver names) {
        this.policy = policy;
        this.names = names;
    }

    /** Thrown out of the client's own resolver hook, which allows nothing but I/O exceptions. */
    static final class NotAllowed extends UnknownHostException {
        final FetchProblem problem;

        NotAllowed(FetchProblem problem) {
            super(problem.name());
            this.problem = problem;
        }
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> all = addresses(host);
        if (all.isEmpty() || all.size() > MAX_ADDRESSES) {
            throw new UnknownHostException(host);
        }
        List<InetAddress> excepted = new ArrayList<>();
        boolean refused = false;
        for (InetAddress address : all) {
            switch (policy.judge(address)) {
                case EXCEPTED -> excepted.add(address);
                case REFUSED -> refused = true;
                case PUBLIC -> {}
            }
        }
        if (!excepted.isEmpty()) {
            return at(excepted, port);
        }
        if (refused || isLocal(host)) {
            throw new NotAllowed(FetchProblem.ADDRESS_NOT_PUBLIC);
        }
        requireUsual(port);
        return at(all, port);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, 443).stream()
                .map(InetSocketAddress::getAddress)
                .toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public Socket create(Proxy ignored) {
        return new VettedSocket();
    }

    private void require(SocketAddress endpoint) throws IOException {
        if (!(endpoint instanceof InetSocketAddress address) || address.getAddress() == null) {
            throw new NotAllowed(FetchProblem.ADDRESS_NOT_PUBLIC);
        }
        switch (policy.judge(address.getAddress())) {
            case EXCEPTED -> {}
            case PUBLIC -> requireUsual(address.getPort());
            case REFUSED -> throw new NotAllowed(FetchProblem.ADDRESS_NOT_PUBLIC);
        }
    }

    private static void requireUsual(int port) throws NotAllowed {
        if (port != 80 && port != 443) {
            throw new NotAllowed(FetchProblem.PORT_NOT_ALLOWED);
        }
    }

    private static boolean isLocal(String host) {
        return switch (WebAddress.parse("http://" + host + "/")) {
            case WebAddress.Parsed.Usable(WebAddress address) -> address.isLocalName();
            case WebAddress.Parsed.Unusable _ -> true;
        };
    }

    private static List<InetSocketAddress> at(List<InetAddress> addresses, int port) {
        return addresses.stream().map(address -> new InetSocketAddress(address, port)).toList();
    }

    private List<InetAddress> addresses(String host) throws UnknownHostException {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var literal = NumericHost.strict(bare);
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        var lookup = new FutureTask<>(() -> names.resolve(host));
        Thread.ofVirtual().name("resolve-name").start(lookup);
        try {
            return lookup.get(RESOLVE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            throw new UnknownHostException(host);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    /**
     * Ignores SOCKS settings of the environment as well: a proxy would resolve and connect where we
     * cannot look.
     */
    private final class VettedSocket extends Socket {
        VettedSocket() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            require(endpoint);
            super.connect(endpoint, timeout);
            require(getRemoteSocketAddress());
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }
    }
}
