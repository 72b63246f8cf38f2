package io.taros.platform.egress;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is at the other end of what leaves the house.
 *
 * @param vendors by a name of your choice, such as {@code taros.egress.vendors.acme.hosts}: what is
 *     known of those whose servers are called ({@code name}, {@code country}, {@code area}, {@code
 *     safeguard}, {@code no-training}, {@code agreement}, {@code hosts}, {@code from}); under the
 *     name of a built-in one it replaces what is set
 * @param ownHosts names of servers that are your own though their names do not tell, such as {@code
 *     models.acme.example}
 */
@ConfigurationProperties("taros.egress")
record EgressSettings(Map<String, Entry> vendors, @DefaultValue List<String> ownHosts) {
    EgressSettings {
        vendors = vendors == null ? Map.of() : Map.copyOf(vendors);
        ownHosts = List.copyOf(ownHosts);
    }

    /** What a setting says, nothing where it is silent. */
    record Entry(
            @Nullable String name,
            @Nullable String country,
            @Nullable Area area,
            @Nullable Safeguard safeguard,
            @Nullable Boolean noTraining,
            @Nullable URI agreement,
            @Nullable List<String> hosts,
            @Nullable LocalDate from) {}
}
