package io.taros.platform.fetch;

import io.taros.platform.egress.Egress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(CrawlSettings.class)
class FetchConfiguration {

    @Bean
    SafeFetch safeFetch(CrawlSettings settings, Egress egress) {
        return new SafeFetch(
                settings, NameResolver.SYSTEM, FetchBudget.page(settings.patience()), egress);
    }

    @Bean
    GuardedRequests guardedRequests(CrawlSettings settings, Egress egress) {
        return new GuardedRequests(settings, NameResolver.SYSTEM, FetchBudget.CALL, egress);
    }
}
