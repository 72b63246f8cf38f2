package io.taros.platform.sql.copy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How many things there are, and the sum of their hashes: the same whatever their order, so that
 * what two databases hold can be compared without sorting it.
 */
public final class Digest {
    private static final int BYTES = 32;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * BYTES);

    private final MessageDigest sha256;
    private BigInteger sum = BigInteger.ZERO;
    private long count;

    /** What it came to. */
    public record Total(long count, String hash) {}

    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A thing as a whole. */
    public void add(byte[] thing) {
        update(thing, thing.length);
        end();
    }

    /** A part of a thing. */
    public void update(byte[] part, int length) {
        sha256.update(part, 0, length);
    }

    /** A part of a thing. */
    public void update(String part) {
        sha256.update(part.getBytes(StandardCharsets.UTF_8));
    }

    /** The thing is complete. */
    public void end() {
        sum = sum.add(new BigInteger(1, sha256.digest())).mod(MODULUS);
        count++;
    }

    public Total total() {
        var bytes = BigInteger.ONE.shiftLeft(8 * BYTES).add(sum).toByteArray();
        return new Total(
                count, HexFormat.of().formatHex(bytes, bytes.length - BYTES, bytes.length));
    }
}
