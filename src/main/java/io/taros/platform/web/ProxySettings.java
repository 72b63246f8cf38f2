package io.taros.platform.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param trustedProxies addresses or networks (CIDR) of the proxies in front of this installation;
 *     only they are believed about where a request came from
 */
@ConfigurationProperties("taros")
public record ProxySettings(@DefaultValue List<String> trustedProxies) {
    public ProxySettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
