package io.taros.knowledge.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.web.BadInput;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRulesTest {
    private static final URI SITE = URI.create("https://www.shop.example/");

    @ParameterizedTest
    @CsvSource({
        "/help/*, /help/returns, true",
        "/help/*, /help/a/b, true",
        "/help/*, /help/, true",
        "/help/*, /help, false",
        "/help, /help, true",
        "/help, /help/, true",
        "/help, /helpers, false",
        "/help, /help?page=2, true",
        "/help?page=*, /help?page=2, true",
        "/help?page=*, /help, false",
        "*.pdf, /files/price.pdf, true",
        "*/print, /a/b/print, true",
        "/a*b*c, /a--b--b-c, true",
        "/A, /a, false",
        "/blåbær, /bl%c3%a5b%C3%A6r, true",
        "/opening hours, /opening%20hours, true",
        "https://shop.example/help/*, /help/a, true",
        "HTTP://WWW.SHOP.EXAMPLE/help, /help, true",
        "*, /anything, true",
    })
    void arePathsInWhichAStarIsAnything(String pattern, String path, boolean matches) {
        var only = PageRules.of(List.of(pattern), List.of(), SITE);
        var without = PageRules.of(List.of(), List.of(pattern), SITE);

        assertThat(only.allows("https://www.shop.example" + path)).isEqualTo(matches);
        assertThat(without.allows("https://www.shop.example" + path)).isEqualTo(!matches);
    }

    @Test
    void leaveOutWhateverIncludeSays() {
        var rules = PageRules.of(List.of("/help/*", ""), List.of(" /help/old/* "), SITE);

        assertThat(rules.allows("https://www.shop.example/help/new")).isTrue();
        assertThat(rules.allows("https://www.shop.example/help/old/new")).isFalse();
        assertThat(rules.allows("https://www.shop.example/")).isFalse();
        assertThat(PageRules.ALL.allows("https://www.shop.example/")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "help/*, knowledge.rules.pattern",
        "^/help$, knowledge.rules.pattern",
        "/a\\b, knowledge.rules.pattern",
        "https://elsewhere.example/help/*, knowledge.rules.elsewhere",
        "https://*.shop.example/, knowledge.rules.elsewhere",
    })
    void sayWhichPatternIsNone(String pattern, String sentence) {
        assertThatThrownBy(() -> PageRules.of(List.of("/a"), List.of("/b", pattern), SITE))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> {
                            assertThat(refused.field()).isEqualTo("exclude");
                            assertThat(refused.getMessage()).isEqualTo(sentence);
                            assertThat(refused.getArguments()).containsExactly(pattern);
                        });
    }

    @Test
    void areBounded() {
        assertThatThrownBy(() -> PageRules.of(List.of("/" + "a".repeat(500)), List.of(), SITE))
                .hasMessage("knowledge.rules.too-long");
        var many = java.util.stream.IntStream.range(0, 51).mapToObj(i -> "/" + i).toList();
        assertThatThrownBy(() -> PageRules.of(many, List.of(), SITE))
                .hasMessage("knowledge.rules.too-many");
    }

    @Test
    void takeNoLongerForHostilePatterns() {
        var hostile = "/" + "*a".repeat(240) + "b";
        var rules = PageRules.of(Collections.nCopies(1, hostile), List.of(), SITE);

        assertThat(rules.allows("https://www.shop.example/" + "a".repeat(900))).isFalse();
    }
}
