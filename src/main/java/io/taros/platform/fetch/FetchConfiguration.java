package io.taros.platform.fetch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(CrawlSettings.class)
class FetchConfiguration {

    @Bean
    SafeFetch safeFetch(CrawlSettings settings) {
        return new SafeFetch(settings, NameResolver.SYSTEM, FetchBudget.PAGE);
    }

    @Bean
    GuardedRequests guardedRequests(CrawlSettings settings) {
        return new GuardedRequests(settings, NameResolver.SYSTEM, FetchBudget.CALL);
    }
}
