package io.taros.testing;

import java.util.Map;

/** A bot that knows one thing and can be asked about it. */
public record TaughtBot(String id, String publicKey) {
    public static final String QUESTION = "When are you open?";
    public static final String ANSWER = "From nine to five.";

    public static TaughtBot of(RestCaller api) {
        var added = api.post("/bots", Map.of("name", "Robin"));
        var knows = Map.of("type", "qa", "question", QUESTION, "answer", ANSWER);
        var sources = "/bots/" + added.at("id") + "/sources";
        api.finished(api.accepted(api.post(sources, knows)));
        return new TaughtBot(added.at("id"), added.at("publicKey"));
    }
}
