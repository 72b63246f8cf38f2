package io.taros.knowledge.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private final Site site = new Site(URI.create("https://www.shop.example/start"));

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/a#top, https://shop.example/a",
        "http://www.shop.example/a?utm_source=x&id=1, http://www.shop.example/a?id=1",
        "https://shop.example/a;jsessionid=9F?b=1, https://shop.example/a?b=1",
        "https://shop.example/a?gclid=1, https://shop.example/a",
        "https://shop.example/a?b=1&SessionId=7&c=2, https://shop.example/a?b=1&c=2",
        "https://shop.example/a?basid=5, https://shop.example/a?basid=5",
        "https://shop.example/(S(x1y2z3))/a, https://shop.example/a",
        "https://shop.example/a;sid=9F, https://shop.example/a",
        "https://shop.example/manual.pdf, https://shop.example/manual.pdf",
    })
    void knowsItsPagesByOneAddress(String link, String page) {
        assertThat(site.page(link)).contains(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/a",
                "https://shop.example.evil.example/a",
                "https://shop.example:8443/a",
                "https://shop.example/logo.PNG",
                "https://shop.example/a/b/a/b/a/b",
                "https://shop.example/a?a=1&b=2&c=3&d=4&e=5",
                "mailto:a@shop.example",
                "javascript:alert(1)",
            })
    void leavesOutWhatIsNoPageOfIt(String link) {
        assertThat(site.page(link)).isEmpty();
    }

    @Test
    void followsOnlySoManyQueriesOfOnePath() {
        long followed =
                IntStream.range(0, 500)
                        .filter(day ->
                                site.page("https://shop.example/calendar?day=" + day).isPresent())
                        .count();

        assertThat(followed).isEqualTo(50);
    }

    @Test
    void turnsOnlySoManyLeavesOfACalendar() {
        long followed =
                IntStream.range(0, 500)
                        .filter(month ->
                                site.page(
                                                "https://shop.example/events/%d/%d"
                                                        .formatted(
                                                                2020 + month / 12, 1 + month % 12))
                                        .isPresent())
                        .count();

        assertThat(followed).isEqualTo(100);
        assertThat(site.page("https://shop.example/events/2020/1")).isPresent();
        assertThat(site.page("https://shop.example/news/2090/01/a-story")).isPresent();
        assertThat(site.page("https://shop.example/products/20201")).isPresent();
    }
}
