package io.taros.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A provider that signs by another key from now on, and publishes it instead of the old one. */
final class RotatedKey {
    private static final Pattern ID_TOKEN = Pattern.compile("\"id_token\"\\s*:\\s*\"([^\"]+)\"");

    private final RSAKey key;
    private final AtomicInteger signed = new AtomicInteger();

    RotatedKey() {
        try {
            key = new RSAKeyGenerator(2048).keyID("rotated").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String change(String body) {
        if (body.contains("\"keys\"")) {
            return "{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}";
        }
        var token = ID_TOKEN.matcher(body);
        return token.find() ? body.replace(token.group(1), resigned(token.group(1))) : body;
    }

    int signed() {
        return signed.get();
    }

    private String resigned(String token) {
        try {
            var real = SignedJWT.parse(token);
            var header =
                    new JWSHeader.Builder(real.getHeader().getAlgorithm())
                            .keyID(key.getKeyID())
                            .build();
            var fresh = new SignedJWT(header, real.getJWTClaimsSet());
            fresh.sign(new RSASSASigner(key));
            signed.incrementAndGet();
            return fresh.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
