package io.taros.platform.fetch;

import java.net.InetAddress;

/** A block of addresses such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public record Cidr(String text, InetAddress network, int prefix) {

    /** Also how Spring reads one from a property. */
    public static Cidr of(String text) {
        int slash = text.indexOf('/');
        String address = (slash < 0 ? text : text.substring(0, slash)).strip();
        InetAddress network =
                NumericHost.strict(address)
                        .orElseThrow(() -> new IllegalArgumentException(notACidr(text)));
        int bits = network.getAddress().length * 8;
        int prefix = slash < 0 ? bits : prefix(text, text.substring(slash + 1).strip(), bits);
        return new Cidr(text.strip(), network, prefix);
    }

    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = prefix / 8;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        int rest = prefix % 8;
        return rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xff) >> (8 - rest) == 0;
    }

    private static int prefix(String text, String digits, int bits) {
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > bits) {
            throw new IllegalArgumentException(notACidr(text));
        }
        return Integer.parseInt(digits);
    }

    private static String notACidr(String text) {
        return "'" + text + "' is not an address block such as 10.0.0.0/8 or fd00::/8";
    }

    @Override
    public String toString() {
        return text;
    }
}
