package io.taros.answering.model;

import io.taros.bot.Provider;
import io.taros.platform.models.ModelSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How each provider streams an answer, as its documentation shows it. */
public enum Protocol {
    OPENAI(Provider.OPENAI, "/v1/chat/completions"),
    COMPATIBLE(Provider.COMPATIBLE, "/v1/chat/completions"),
    ANTHROPIC(Provider.ANTHROPIC, "/v1/messages"),
    MISTRAL(Provider.MISTRAL, "/v1/chat/completions");

    static final String KEY = "sk-test-0123456789";

    private final Provider provider;
    private final String path;

    Protocol(Provider provider, String path) {
        this.provider = provider;
        this.path = path;
    }

    public Provider provider() {
        return provider;
    }

    String path() {
        return path;
    }

    /** The frames of a whole answer, one piece of text each. */
    public List<String> frames(String... pieces) {
        var frames = new ArrayList<String>();
        switch (this) {
            case OPENAI, COMPATIBLE -> openAi(frames, pieces);
            case MISTRAL -> mistral(frames, pieces);
            case ANTHROPIC -> anthropic(frames, pieces);
        }
        return frames;
    }

    private static void openAi(List<String> frames, String[] pieces) {
        var head =
                "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",";
        frames.add(
                "data: "
                        + head
                        + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n");
        for (var piece : pieces) {
            frames.add(
                    "data: "
                            + head
                            + "\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                            + json(piece)
                            + "},\"finish_reason\":null}]}\n\n");
        }
        frames.add(
                "data: "
                        + head
                        + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
        frames.add(
                "data: "
                        + head
                        + "\"choices\":[],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7,\"total_tokens\":18}}\n\n");
        frames.add("data: [DONE]\n\n");
    }

    private static void mistral(List<String> frames, String[] pieces) {
        var head =
                "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",";
        for (var piece : pieces) {
            frames.add(
                    "data: "
                            + head
                            + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":"
                            + json(piece)
                            + "},\"finish_reason\":null}]}\n\n");
        }
        frames.add(
                "data: "
                        + head
                        + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7,\"total_tokens\":18}}\n\n");
        frames.add("data: [DONE]\n\n");
    }

    private static void anthropic(List<String> frames, String[] pieces) {
        frames.add(
                event(
                        "message_start",
                        "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"model\":\"m\",\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":11,\"output_tokens\":1}}"));
        frames.add(
                event(
                        "content_block_start",
                        "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
        frames.add("event: ping\ndata: {\"type\":\"ping\"}\n\n");
        for (var piece : pieces) {
            frames.add(
                    event(
                            "content_block_delta",
                            "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                                    + json(piece)
                                    + "}"));
        }
        frames.add(event("content_block_stop", "\"index\":0"));
        frames.add(
                event(
                        "message_delta",
                        "\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":7}"));
        frames.add("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "}\n\n";
    }

    private static String json(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replaceAll("\\p{Cntrl}", " ")
                + "\"";
    }

    /** Settings in which only this provider is there, at the given address. */
    public ModelSettings settings(URI url, Duration firstToken, Duration total) {
        var nowhere = URI.create("http://127.0.0.1:1/v1");
        return new ModelSettings(
                new ModelSettings.OpenAi(
                        this == OPENAI ? KEY : null, this == OPENAI ? url : nowhere, "m"),
                new ModelSettings.Anthropic(
                        this == ANTHROPIC ? KEY : null, this == ANTHROPIC ? url : nowhere, "m"),
                new ModelSettings.Mistral(
                        this == MISTRAL ? KEY : null, this == MISTRAL ? url : nowhere, "m"),
                new ModelSettings.Compatible(null, this == COMPATIBLE ? url : null, "m"),
                Duration.ofSeconds(2),
                firstToken,
                total);
    }
}
