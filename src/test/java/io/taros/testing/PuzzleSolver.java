package io.taros.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Solves what a page asks of a browser, as the script of the page does. */
public final class PuzzleSolver {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PuzzleSolver() {}

    /**
     * @param page with a puzzle in it
     */
    public static String solve(String page) {
        return solve(JSON.readTree(Jsoup.parse(page).select("[data-puzzle]").attr("data-puzzle")));
    }

    /** As the widget does. */
    public static String solve(JsonNode puzzle) {
        try {
            var solved =
                    Altcha.solveChallenge(
                            puzzle.path("challenge").asString(),
                            puzzle.path("salt").asString(),
                            Altcha.Algorithm.SHA256,
                            puzzle.path("most").asLong(),
                            0);
            return Base64.getEncoder()
                    .encodeToString(
                            JSON.writeValueAsString(
                                            JSON.createObjectNode()
                                                    .put("algorithm", "SHA-256")
                                                    .put(
                                                            "challenge",
                                                            puzzle.path("challenge").asString())
                                                    .put("number", solved.number)
                                                    .put("salt", puzzle.path("salt").asString())
                                                    .put(
                                                            "signature",
                                                            puzzle.path("signature").asString()))
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
