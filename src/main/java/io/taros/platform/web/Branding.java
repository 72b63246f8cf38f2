package io.taros.platform.web;

import io.taros.platform.TarosSettings;
import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the {@link Brand} that something is shown or sent under, and makes its absolute links. A
 * link leads to the address of the settings or to a domain that its brand has proven; what a
 * request says about where it was sent to is never part of one.
 */
@Component
public class Branding {
    private static final String SHOWN = Branding.class.getName() + ".organization";
    private static final String AT = Branding.class.getName() + ".at";
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private final ObjectProvider<Brands> brands;
    private final TarosSettings installation;

    Branding(ObjectProvider<Brands> brands, TarosSettings installation) {
        this.brands = brands;
        this.installation = installation;
    }

    /** A page that is about an organization, although nobody of it asked for it. */
    public static void show(HttpServletRequest request, OrganizationId organization) {
        request.setAttribute(SHOWN, organization);
    }

    /** That of the reader's organization, or else of the domain they came to. */
    Brand of(HttpServletRequest request) {
        return organization(request)
                .flatMap(organization -> Tenancy.callAs(organization, this::find))
                .or(() -> at(request))
                .orElse(Brand.OWN);
    }

    /** Of the bound organization. */
    public Brand here() {
        return find().orElse(Brand.OWN);
    }

    public Brand ofAccount(UUID account) {
        return source().flatMap(some -> some.ofAccount(account)).orElse(Brand.OWN);
    }

    /** An absolute link to a path, as members of the bound organization use it. */
    public String link(String path) {
        return link(here(), path);
    }

    public String link(Brand brand, String path) {
        return brand.domain() == null
                ? installation.link(path)
                : installation.linkAt(brand.domain(), path);
    }

    /** Whether it came to a brand's own domain. */
    public boolean isElsewhere(HttpServletRequest request) {
        return at(request).isPresent();
    }

    /** Whether a domain is one that people reach this installation at. */
    public boolean isServed(String domain) {
        var host = domain.toLowerCase(Locale.ROOT);
        return host.equals(installation.baseUrl().getHost()) || at(host).isPresent();
    }

    public static boolean isDomain(String text) {
        return DOMAIN.matcher(text).matches();
    }

    private Optional<Brand> at(HttpServletRequest request) {
        if (request.getAttribute(AT) instanceof Optional<?> known) {
            return known.map(Brand.class::cast);
        }
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        var found = host.equals(installation.baseUrl().getHost()) ? NONE : at(host);
        request.setAttribute(AT, found);
        return found;
    }

    private static final Optional<Brand> NONE = Optional.empty();

    private Optional<Brand> at(String host) {
        return isDomain(host) ? source().flatMap(some -> some.at(host)) : Optional.empty();
    }

    private Optional<Brand> find() {
        return source().flatMap(Brands::find);
    }

    private Optional<Brands> source() {
        return Optional.ofNullable(brands.getIfAvailable());
    }

    private static Optional<OrganizationId> organization(HttpServletRequest request) {
        if (request.getAttribute(SHOWN) instanceof OrganizationId shown) {
            return Optional.of(shown);
        }
        return request.getAttribute(Caller.class.getName()) instanceof Caller caller
                ? Optional.ofNullable(caller.organization())
                : Optional.empty();
    }
}
