package io.taros.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CrawlSettingsTest {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(CrawlSettings.class)
    static class Settings {}

    @Test
    void defaultsArePolite() {
        runner.run(context -> {
            var settings = context.getBean(CrawlSettings.class);

            assertThat(settings.delay()).isEqualTo(Duration.ofMillis(500));
            assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(20));
            assertThat(settings.maxPages()).isEqualTo(1000);
            assertThat(settings.maxDepth()).isEqualTo(12);
            assertThat(settings.allowedPrivateAddresses()).isEmpty();
            assertThat(settings.robotsName()).isEqualTo("TarosBot");
        });
    }

    @Test
    void namesAreThoseOfTheReference() {
        runner.withPropertyValues(
                        "taros.crawl.delay=2s",
                        "taros.crawl.patience=1m",
                        "taros.crawl.max-pages=7",
                        "taros.crawl.max-depth=3",
                        "taros.crawl.allowed-private-addresses=127.0.0.0/8, fd00::/8",
                        "taros.crawl.user-agent=Acme/2 (+https://acme.example)")
                .run(context ->
                        assertThat(context.getBean(CrawlSettings.class))
                                .satisfies(settings -> {
                                    assertThat(settings.delay()).isEqualTo(Duration.ofSeconds(2));
                                    assertThat(settings.patience())
                                            .isEqualTo(Duration.ofMinutes(1));
                                    assertThat(settings.maxPages()).isEqualTo(7);
                                    assertThat(settings.maxDepth()).isEqualTo(3);
                                    assertThat(settings.allowedPrivateAddresses())
                                            .containsExactly(
                                                    Cidr.of("127.0.0.0/8"), Cidr.of("fd00::/8"));
                                    assertThat(settings.robotsName()).isEqualTo("Acme");
                                }));
    }

    @Test
    void refusesToStartWithoutAnyPatience() {
        runner.withPropertyValues("taros.crawl.patience=0s")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessage("taros.crawl.patience must be longer than nothing"));
    }

    @Test
    void refusesToStartOnSomethingThatIsNoBlock() {
        runner.withPropertyValues("taros.crawl.allowed-private-addresses=127.0.0.0/8,home")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessage(
                                        "'home' is not an address block such as 10.0.0.0/8 or fd00::/8"));
    }
}
