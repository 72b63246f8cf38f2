package io.taros.account;

import io.taros.platform.egress.Destinations;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import io.taros.platform.fetch.SafeFetch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks a service of the operator's choice whether a password was stolen somewhere. It hears five of
 * forty characters of a hash, which half a thousand passwords share, and answers with all it knows.
 * A service that is away keeps nobody out.
 */
@Component
class BreachedPasswords implements Destinations {
    private static final Logger LOG = LoggerFactory.getLogger(BreachedPasswords.class);
    private static final int PREFIX = 5;

    private final SafeFetch fetch;
    private final AccountSettings settings;

    BreachedPasswords(SafeFetch fetch, AccountSettings settings) {
        this.fetch = fetch;
        this.settings = settings;
    }

    boolean contains(String password) {
        var service = settings.breachedPasswords();
        if (service == null) {
            return false;
        }
        var hash = hash(password);
        var answer =
                fetch.fetch(
                        FetchRequest.of(
                                Purpose.PASSWORD_CHECK, service + hash.substring(0, PREFIX)));
        if (answer instanceof Fetched.Page page) {
            var rest = hash.substring(PREFIX) + ":";
            return new String(page.body(), StandardCharsets.US_ASCII)
                    .lines()
                    .anyMatch(line -> line.startsWith(rest) && !line.endsWith(":0"));
        }
        LOG.warn("The service of breached passwords gave no answer; the password was not checked");
        return false;
    }

    @Override
    public List<Destination> list() {
        var service = settings.breachedPasswords();
        return service == null
                ? List.of()
                : List.of(new Destination(Purpose.PASSWORD_CHECK, service.getHost(), null));
    }

    /** The hash such lists are kept by; nothing is protected by it here. */
    private static String hash(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(
                            MessageDigest.getInstance("SHA-1")
                                    .digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
