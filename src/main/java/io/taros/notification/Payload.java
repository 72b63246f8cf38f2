package io.taros.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A notification in the words of whoever gets it. */
record Payload(Map<String, String> headers, byte[] body) {
    private static final String ALGORITHM = "HmacSHA256";

    /**
     * What is told.
     *
     * @param position grows with what happens, within a conversation
     * @param at when it happened
     * @param sentence for people
     * @param data for programs
     */
    record Told(
            Delivery.Id id,
            long position,
            String type,
            Instant at,
            String sentence,
            @Nullable String link,
            Map<String, Object> data) {
        private String line() {
            return link == null ? sentence : sentence + "\n" + link;
        }
    }

    static Payload of(Channel.Kind chat, Told told, JsonMapper json) {
        return switch (chat) {
            case SLACK -> plain(json, Map.of("text", told.line()));
            // Nobody is called by what a bot is named.
            case DISCORD ->
                    plain(
                            json,
                            Map.of(
                                    "content",
                                    told.line(),
                                    "allowed_mentions",
                                    Map.of("parse", List.of())));
            case TEAMS -> plain(json, card(told));
            case WEBHOOK -> throw new IllegalArgumentException("A webhook's is signed");
        };
    }

    private static Payload plain(JsonMapper json, Map<String, ?> body) {
        return new Payload(Map.of(), json.writeValueAsBytes(body));
    }

    /** An Adaptive Card in a message, as workflows of Teams take it. */
    private static Map<String, ?> card(Told told) {
        var text = Map.of("type", "TextBlock", "wrap", true, "text", told.line());
        var content = Map.of("type", "AdaptiveCard", "version", "1.4", "body", List.of(text));
        var attachment =
                Map.of(
                        "contentType",
                        "application/vnd.microsoft.card.adaptive",
                        "content",
                        content);
        return Map.of("type", "message", "attachments", List.of(attachment));
    }

    /**
     * Standard Webhooks 1.0: HMAC-SHA256 over {@code id.timestamp.body}, once with every secret
     * that is live.
     *
     * @param now of this attempt
     */
    static Payload signed(Told told, Instant now, List<String> secrets, JsonMapper json) {
        var body =
                json.writeValueAsBytes(
                        Map.of(
                                "type",
                                told.type(),
                                "timestamp",
                                told.at().toString(),
                                "sequence",
                                told.position(),
                                "data",
                                told.data()));
        var id = told.id().value().toString();
        var timestamp = String.valueOf(now.getEpochSecond());
        var signatures =
                secrets.stream()
                        .map(secret -> "v1," + signature(secret, id + "." + timestamp + ".", body))
                        .collect(Collectors.joining(" "));
        return new Payload(
                Map.of(
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        timestamp,
                        "webhook-signature",
                        signatures),
                body);
    }

    static String signature(String secret, String before, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var key = Base64.getDecoder().decode(secret.substring(secret.indexOf('_') + 1));
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
