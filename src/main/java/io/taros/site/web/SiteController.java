package io.taros.site.web;

import io.taros.legal.OperatorSettings;
import io.taros.platform.TarosSettings;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Open;
import io.taros.platform.web.Branding;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.site.Ownership;
import io.taros.site.SiteSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
@ConditionalOnWebApplication
@EnableConfigurationProperties(SiteSettings.class)
class SiteController {
    private static final Pattern PUBLIC_KEY = Pattern.compile("pk_[A-Za-z0-9_-]{10,60}");

    private final Ownership ownership;
    private final TarosSettings installation;
    private final SiteSettings settings;
    private final Branding branding;
    private final CrawlSettings crawl;
    private final OperatorSettings operator;

    SiteController(
            Ownership ownership,
            TarosSettings installation,
            SiteSettings settings,
            Branding branding,
            CrawlSettings crawl,
            OperatorSettings operator) {
        this.crawl = crawl;
        this.operator = operator;
        this.branding = branding;
        this.ownership = ownership;
        this.installation = installation;
        this.settings = settings;
    }

    @GetMapping("/")
    @Open("the front page")
    View front(@Nullable Caller caller, HttpServletRequest request) {
        if (caller != null) {
            return new Redirect("/home");
        }
        if (branding.isElsewhere(request)) {
            return new Redirect("/sign-in");
        }
        return ownership.isOwned()
                ? new LandingPage(installation.link(""), settings.demoBot())
                : new Redirect("/welcome");
    }

    @GetMapping("/crawler")
    @Open("owners of websites want to know who reads them")
    View crawler() {
        return new CrawlerPage(
                crawl.userAgent(),
                crawl.robotsName(),
                crawl.delay().toMillis(),
                operator.name(),
                operator.contact());
    }

    @GetMapping("/demo/{publicKey}")
    @Open("shows nothing but the key it was given")
    View storefront(@PathVariable String publicKey) {
        if (!PUBLIC_KEY.matcher(publicKey).matches()) {
            throw new NotFound();
        }
        return new StorefrontPage(publicKey);
    }
}
