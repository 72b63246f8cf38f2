package io.taros.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A passkey and the browser in front of it, as far as a server sees them. What they send is put
 * together byte by byte from the specifications (WebAuthn 3, RFC 9052), by none of the code that
 * reads it; and each part can be told to lie.
 */
final class SoftwareKey {
    /** Those a server may be offered. */
    enum Algorithm {
        ES256,
        ED25519,
        RS256,
        /** Sound, and not among those asked for. */
        ES384
    }

    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    static final int SYNCABLE = 0x08;
    static final int SYNCED = 0x10;
    private static final int HAS_KEY = 0x40;
    private static final JsonMapper JSON = new JsonMapper();

    private final Algorithm algorithm;
    private final KeyPair keys;
    byte[] id = new byte[32];
    byte[] handle = {};
    int flags = PRESENT | VERIFIED;
    long counter;
    String origin;
    String rpId;
    boolean isFramed;
    String type;
    UnaryOperator<byte[]> signature = UnaryOperator.identity();

    SoftwareKey(Algorithm algorithm, String origin) {
        this.algorithm = algorithm;
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        keys = generate(algorithm);
    }

    SoftwareKey(String origin) {
        this(Algorithm.ES256, origin);
    }

    /** What {@code credentials.create} comes to. */
    String make(String options) {
        var asked = JSON.readTree(options);
        handle = unread(asked.path("user").path("id"));
        var client = client("webauthn.create", asked);
        var data = authenticatorData(asked.path("rp").path("id"), flags | HAS_KEY, attested());
        var object = new ByteArrayOutputStream();
        object.writeBytes(HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a068"));
        object.writeBytes("authData".getBytes(UTF_8));
        object.write(0x59);
        object.writeBytes(ByteBuffer.allocate(2).putShort((short) data.length).array());
        object.writeBytes(data);
        return credential(
                Map.of(
                        "clientDataJSON",
                        read(client),
                        "attestationObject",
                        read(object.toByteArray())));
    }

    /** What {@code credentials.get} comes to. */
    String sign(String options) {
        var asked = JSON.readTree(options);
        var client = client("webauthn.get", asked);
        var data = authenticatorData(asked.path("rpId"), flags, new byte[0]);
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(data);
        signed.writeBytes(sha256(client));
        return credential(
                Map.of(
                        "clientDataJSON",
                        read(client),
                        "authenticatorData",
                        read(data),
                        "signature",
                        read(signature.apply(sign(signed.toByteArray()))),
                        "userHandle",
                        read(handle)));
    }

    private String credential(Map<String, String> response) {
        return JSON.writeValueAsString(
                Map.of(
                        "id",
                        read(id),
                        "rawId",
                        read(id),
                        "type",
                        "public-key",
                        "response",
                        response,
                        "clientExtensionResults",
                        Map.of()));
    }

    private byte[] client(String type, JsonNode asked) {
        return """
        {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":%s}\
        """
                .formatted(
                        this.type == null ? type : this.type,
                        asked.path("challenge").asString(),
                        origin,
                        isFramed)
                .getBytes(UTF_8);
    }

    private byte[] authenticatorData(JsonNode asked, int flags, byte[] rest) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(sha256((rpId == null ? asked.asString() : rpId).getBytes(UTF_8)));
        data.write(flags);
        data.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
        data.writeBytes(rest);
        return data.toByteArray();
    }

    private byte[] attested() {
        var data = new ByteArrayOutputStream();
        data.writeBytes(new byte[16]);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.writeBytes(id);
        data.writeBytes(publicKey());
        return data.toByteArray();
    }

    private byte[] publicKey() {
        return switch (algorithm) {
            case ES256 -> onCurve("a5010203262001215820", "225820", 32);
            case ES384 -> onCurve("a501020338222002215830", "225830", 48);
            case ED25519 -> {
                var encoded = keys.getPublic().getEncoded();
                yield join(
                        "a4010103272006215820",
                        java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
            }
            case RS256 ->
                    join(
                            join(
                                    "a401030339010020590100",
                                    fixed(((RSAPublicKey) keys.getPublic()).getModulus(), 256)),
                            HexFormat.of().parseHex("2143010001"));
        };
    }

    private byte[] onCurve(String beforeX, String beforeY, int length) {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return join(
                join(beforeX, fixed(point.getAffineX(), length)),
                join(beforeY, fixed(point.getAffineY(), length)));
    }

    private byte[] sign(byte[] data) {
        try {
            var signing =
                    Signature.getInstance(
                            switch (algorithm) {
                                case ES256 -> "SHA256withECDSA";
                                case ES384 -> "SHA384withECDSA";
                                case ED25519 -> "Ed25519";
                                case RS256 -> "SHA256withRSA";
                            });
            signing.initSign(keys.getPrivate());
            signing.update(data);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generate(Algorithm algorithm) {
        try {
            var generator =
                    KeyPairGenerator.getInstance(
                            switch (algorithm) {
                                case ES256, ES384 -> "EC";
                                case ED25519 -> "Ed25519";
                                case RS256 -> "RSA";
                            });
            switch (algorithm) {
                case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
                case ES384 -> generator.initialize(new ECGenParameterSpec("secp384r1"));
                case RS256 -> generator.initialize(2048);
                case ED25519 -> {}
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] fixed(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var fixed = new byte[length];
        var taken = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - taken, fixed, length - taken, taken);
        return fixed;
    }

    private static byte[] join(String hex, byte[] bytes) {
        return join(HexFormat.of().parseHex(hex), bytes);
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] unread(JsonNode text) {
        return Base64.getUrlDecoder().decode(text.asString());
    }
}
