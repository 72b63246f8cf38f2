package io.taros.nudge;

import com.google.crypto.tink.apps.webpush.WebPushHybridDecrypt;
import com.google.crypto.tink.subtle.EllipticCurves;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service of a browser's maker, and a browser that is subscribed there. */
final class PushServer implements AutoCloseable {
    record Got(String path, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.get(name).getFirst();
        }
    }

    private static final byte[] AUTH = "sixteen-bytes-16".getBytes();

    private final HttpServer server;
    private final KeyPair browser;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 201;

    PushServer() throws IOException, GeneralSecurityException {
        browser = EllipticCurves.generateKeyPair(EllipticCurves.CurveType.NIST_P256);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    got.add(
                            new Got(
                                    exchange.getRequestURI().getPath(),
                                    Map.copyOf(exchange.getRequestHeaders()),
                                    exchange.getRequestBody().readAllBytes()));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    void answer(int with) {
        status = with;
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the browser would hand to its page. */
    Subscription subscription(String path) {
        return new Subscription(origin() + path, encoded(point()), encoded(AUTH));
    }

    private byte[] point() {
        try {
            return EllipticCurves.pointEncode(
                    EllipticCurves.CurveType.NIST_P256,
                    EllipticCurves.PointFormatType.UNCOMPRESSED,
                    ((ECPublicKey) browser.getPublic()).getW());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    List<Got> got() {
        return List.copyOf(got);
    }

    /** As the browser reads it. */
    JsonNode shown(Got one) {
        try {
            var plain =
                    new WebPushHybridDecrypt.Builder()
                            .withAuthSecret(AUTH)
                            .withRecipientPublicKey(point())
                            .withRecipientPrivateKey((ECPrivateKey) browser.getPrivate())
                            .build()
                            .decrypt(one.body(), null);
            return new JsonMapper().readTree(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims, if the key that is shown along signed them (RFC 8292). */
    static Map<String, Object> proven(Got one) {
        var parts = one.header("Authorization").replaceFirst("^vapid t=", "").split(", k=");
        var point = Base64.getUrlDecoder().decode(parts[1]);
        var key =
                new ECKey.Builder(
                                Curve.P_256,
                                Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                                Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
                        .build();
        try {
            var token = SignedJWT.parse(parts[0]);
            if (!token.verify(new ECDSAVerifier(key))) {
                throw new IllegalStateException("Not signed by the key beside it");
            }
            return token.getJWTClaimsSet().getClaims();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
