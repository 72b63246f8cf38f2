package io.taros.knowledge.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.taros.knowledge.extract.RobotsWishes;
import io.taros.platform.web.BadInput;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Whatever a site, or somebody who writes rules for it, sends: an answer, and the same one again.
 */
class RobotsFuzzIT {
    private static final String PAGE = "https://shop.example/a/b.html?c=d";

    @FuzzTest(maxDuration = "10m")
    void robots(byte[] file) {
        Robots robots = Robots.parse(file, "TarosBot");

        assertThat(robots.allows(PAGE)).isEqualTo(Robots.parse(file, "TAROSBOT").allows(PAGE));
        assertThat(robots.delay(Duration.ZERO)).isBetween(Duration.ZERO, Duration.ofSeconds(30));
    }

    @FuzzTest(maxDuration = "10m")
    void wishes(FuzzedDataProvider any) {
        String line = any.consumeRemainingAsString();

        assertThat(RobotsWishes.of(List.of(line, "noindex"), "TarosBot").mayIndex()).isFalse();
    }

    @FuzzTest(maxDuration = "10m")
    void rules(FuzzedDataProvider any) {
        String pattern = any.consumeRemainingAsString();
        try {
            var rules =
                    PageRules.of(List.of(), List.of(pattern), URI.create("https://shop.example/"));
            var kept = new PageRules(List.of(), rules.exclude());

            assertThat(kept.allows(PAGE)).isEqualTo(rules.allows(PAGE));
            assertThat(
                            PageRules.of(
                                    List.of(),
                                    rules.exclude(),
                                    URI.create("https://shop.example/")))
                    .isEqualTo(rules);
        } catch (BadInput refused) {
            assertThat(refused.field()).isEqualTo("exclude");
        }
    }
}
