package io.taros.platform.egress;

import io.taros.platform.sql.Ids;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(EgressSettings.class)
class EgressConfiguration {
    @Bean
    Vendors vendors(EgressSettings settings) {
        return new Vendors(settings);
    }

    @Bean
    Egress egress(
            Vendors vendors,
            LedgerRows ledger,
            VendorNotices notices,
            Ids ids,
            InstantSource clock) {
        return new Egress(vendors, ledger, notices, ids, clock);
    }
}
