package io.taros.golden;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A golden question that could be made of a source, if somebody wants it.
 *
 * @param key the same for as long as the source says the same
 */
public record Proposal(String key, Origin origin, NewGoldenQuestion content) {
    public enum Origin {
        /** A question with its answer, as somebody wrote it. */
        PAIR,
        HEADING
    }

    static Proposal of(Origin origin, NewGoldenQuestion content) {
        var expected = content.expectation();
        var whole =
                String.join(
                        "\n",
                        content.question(),
                        String.join("\n", expected.required()),
                        String.valueOf(expected.source()));
        var key = UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
        return new Proposal(key, origin, content);
    }
}
