package io.taros.nudge;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.apps.webpush.WebPushHybridEncrypt;
import io.taros.platform.crypto.Secret;
import io.taros.platform.web.BadInput;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Where and how a browser is told something (RFC 8030, RFC 8291), as it says itself.
 *
 * @param endpoint at the service of its maker
 * @param p256dh its public key
 * @param auth a secret it shares with us
 */
public record Subscription(String endpoint, String p256dh, String auth) {
    private static final int MAX_ENDPOINT = 2_000;
    private static final String REFUSED = "nudge.input.subscription";

    public Subscription {
        try {
            var address = URI.create(endpoint);
            if (!isService(address) || endpoint.length() > MAX_ENDPOINT) {
                throw new BadInput("endpoint", REFUSED);
            }
            encrypt(p256dh, auth);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new BadInput("endpoint", REFUSED);
        }
    }

    /** Services are encrypted; one on this machine itself is a trial. */
    private static boolean isService(URI address) {
        var host = address.getHost();
        return host != null
                && address.getRawUserInfo() == null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme())
                                && ("localhost".equals(host) || "127.0.0.1".equals(host))));
    }

    /** Whether it is a service on this machine, as nobody has but to try. */
    boolean isTrial() {
        return endpoint.startsWith("http:");
    }

    URI address() {
        return URI.create(endpoint);
    }

    /** The origin of the service, which is whom our key is shown to. */
    String audience() {
        var address = address();
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    String hash() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash(endpoint));
    }

    /** For this browser alone to read. */
    byte[] encrypted(byte[] plain) {
        try {
            return encrypt(p256dh, auth).encrypt(plain, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HybridEncrypt encrypt(String p256dh, String auth)
            throws GeneralSecurityException {
        return new WebPushHybridEncrypt.Builder()
                .withRecipientPublicKey(Base64.getUrlDecoder().decode(p256dh))
                .withAuthSecret(Base64.getUrlDecoder().decode(auth))
                .build();
    }
}
