package io.taros.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Host names that are really addresses, in the one modern spelling and in the many old ones. */
final class NumericHost {
    private static final Pattern QUAD =
            Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final Pattern PART = Pattern.compile("(?:0[xX][0-9a-fA-F]{0,16}|\\d{1,20})");
    private static final int MAX_IPV6_TEXT = 45;

    private NumericHost() {}

    /** Four decimal numbers without leading zeros, or IPv6 text without a zone. */
    static Optional<InetAddress> strict(String host) {
        if (QUAD.matcher(host).matches()) {
            return legacy(host);
        }
        if (host.indexOf(':') < 0
                || host.length() > MAX_IPV6_TEXT
                || !host.matches("[0-9a-fA-F:.]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /**
     * What a C library makes of it: one to four parts, decimal, octal or hexadecimal, the last
     * filling the rest.
     */
    static Optional<InetAddress> legacy(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
            Optional<Long> part = number(parts[i]);
            if (part.isEmpty() || part.get() >= limit) {
                return Optional.empty();
            }
            value = last ? value + part.get() : value + (part.get() << (8 * (3 - i)));
        }
        return Optional.of(
                ipv4(
                        (byte) (value >> 24),
                        (byte) (value >> 16),
                        (byte) (value >> 8),
                        (byte) value));
    }

    /**
     * A last label made of digits, or starting like a hexadecimal number, can only be meant as an
     * address.
     */
    static boolean looksNumeric(String host) {
        String trimmed = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = trimmed.substring(trimmed.lastIndexOf('.') + 1);
        return last.matches("\\d+|0[xX][0-9a-fA-F]*");
    }

    static InetAddress ipv4(byte... bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static Optional<Long> number(String part) {
        if (!PART.matcher(part).matches()) {
            return Optional.empty();
        }
        try {
            if (part.length() > 1 && (part.charAt(1) == 'x' || part.charAt(1) == 'X')) {
                return Optional.of(part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16));
            }
            boolean octal = part.length() > 1 && part.charAt(0) == '0';
            return Optional.of(Long.parseLong(part, octal ? 8 : 10));
        } catch (NumberFormatException tooLongOrNotOctal) {
            return Optional.empty();
        }
    }
}
