package io.taros.nudge;

import io.taros.platform.TarosSettings;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.GuardedRequests;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands something to the service that carries it to a browser (RFC 8030), sealed for that browser.
 */
@Component
class PushCarriers {
    /** Whoever was away for longer looks at the inbox, not at this. */
    private static final String KEPT_SECONDS = String.valueOf(4 * 60 * 60);

    private final ClientHttpRequestFactory services;
    private final ClientHttpRequestFactory trials;
    private final PushKeys keys;
    private final JsonMapper json;

    PushCarriers(GuardedRequests requests, PushKeys keys, JsonMapper json, TarosSettings settings) {
        services = requests.publicFactory(Purpose.PUSH);
        trials = settings.isSecure() ? services : requests.factory(Purpose.PUSH);
        this.keys = keys;
        this.json = json;
    }

    sealed interface Outcome {
        record Taken() implements Outcome {}

        /** There is no such browser any more. */
        record Gone() implements Outcome {}

        /**
         * @param problem a status, or the kind of trouble: never what the other side wrote
         * @param isPassing whether it may go better later
         */
        record Failed(String problem, boolean isPassing) implements Outcome {}
    }

    Outcome carry(PushMessage message, Subscription to) {
        try {
            var requests = to.isTrial() ? trials : services;
            var request = requests.createRequest(to.address(), HttpMethod.POST);
            var headers = request.getHeaders();
            headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
            headers.set("Content-Encoding", "aes128gcm");
            headers.set("TTL", KEPT_SECONDS);
            headers.set("Urgency", "high");
            headers.set("Authorization", keys.authorization(to.audience()));
            request.getBody().write(to.encrypted(json.writeValueAsBytes(message)));
            try (var answer = request.execute()) {
                return outcome(answer.getStatusCode());
            }
        } catch (IOException e) {
            return new Outcome.Failed(e.getClass().getSimpleName(), true);
        }
    }

    private static Outcome outcome(HttpStatusCode status) {
        if (status.is2xxSuccessful()) {
            return new Outcome.Taken();
        }
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND) || status.isSameCodeAs(HttpStatus.GONE)) {
            return new Outcome.Gone();
        }
        var isPassing =
                status.is5xxServerError() || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
        return new Outcome.Failed(String.valueOf(status.value()), isPassing);
    }
}
