package io.taros.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Tells callers apart by address without knowing the address: a keyed hash whose key lives in
 * memory, is replaced every day and is never written down. A hash with a kept key would be no
 * protection: all IPv4 addresses are tried within the hour.
 */
@Component
public class ClientAddress {
    private static final long DAY = 86_400;

    private final InstantSource clock;
    private long day = -1;
    private byte[] key = new byte[0];

    ClientAddress(InstantSource clock) {
        this.clock = clock;
    }

    /** The same value for the same address on the same day; IPv6 addresses count by their /64. */
    public String key(HttpServletRequest request) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keyOfToday(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(network(request.getRemoteAddr())), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is, to be looked for among addresses that somebody typed; it is kept nowhere. */
    public InetAddress of(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr());
    }

    /** For a keyed hash of the caller's own: by itself it hides nothing from whoever tries all. */
    public String digest(HttpServletRequest request) {
        try {
            var network = network(request.getRemoteAddr());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(network));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized byte[] keyOfToday() {
        var today = clock.instant().getEpochSecond() / DAY;
        if (today != day) {
            key = new byte[32];
            new SecureRandom().nextBytes(key);
            day = today;
        }
        return key;
    }

    private static byte[] network(String address) {
        try {
            // A literal is parsed, never looked up.
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes;
        } catch (IllegalArgumentException e) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
