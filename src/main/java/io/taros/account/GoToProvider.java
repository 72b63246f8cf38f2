package io.taros.account;

import io.taros.account.Arrive.Purpose;
import io.taros.account.web.LeadingOnPage;
import io.taros.account.web.NoticePage;
import io.taros.account.web.NoticePage.Notice;
import io.taros.platform.identity.AskIdentity;
import io.taros.platform.identity.ProviderSilent;
import io.taros.platform.web.Brand;
import io.taros.platform.web.Branding;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends a browser to a provider: the one place that leads away from here, to none but theirs. */
@Component
public class GoToProvider {
    static final String PURPOSE = "purpose";
    static final String INVITATION = "invitation";
    private static final Pattern SECRET = Pattern.compile("[\\w-]{1,160}");

    private final SignInProviders providers;
    private final AskIdentity ask;
    private final Branding branding;

    GoToProvider(SignInProviders providers, AskIdentity ask, Branding branding) {
        this.branding = branding;
        this.providers = providers;
        this.ask = ask;
    }

    /** For whoever sets up a provider of their organization's own. */
    public @Nullable View tryOut(
            String provider, HttpServletRequest request, HttpServletResponse response) {
        return go(provider, Purpose.TRY, "", request, response);
    }

    /**
     * For whoever has just sent a form of ours to sign in there. A page leads on, for browsers hold
     * a form to our own addresses, wherever it is redirected to.
     */
    public View lead(
            String provider,
            String invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (branding.isElsewhere(request)) {
            return new LeadingOnPage(providers.nameOf(provider), home(provider, invitation));
        }
        try {
            var target = begin(provider, Purpose.SIGN_IN, invitation, request, response);
            return new LeadingOnPage(providers.nameOf(provider), target.toString());
        } catch (ProviderSilent silent) {
            return new NoticePage(Notice.IDENTITY_SILENT);
        }
    }

    @Nullable View go(
            String provider,
            Purpose purpose,
            String invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return send(response, begin(provider, purpose, invitation, request, response));
        } catch (ProviderSilent silent) {
            return new NoticePage(Notice.IDENTITY_SILENT);
        }
    }

    /** Providers answer to the address of the settings alone, so it has to be asked from there. */
    @Nullable View goHome(String provider, String invitation, HttpServletResponse response) {
        return send(response, URI.create(home(provider, invitation)));
    }

    private String home(String provider, String invitation) {
        providers.get(provider, Purpose.SIGN_IN);
        var query =
                invitation.isEmpty()
                        ? ""
                        : "?invitation=" + URLEncoder.encode(invitation, StandardCharsets.UTF_8);
        return branding.link(Brand.OWN, "/sign-in/with/" + provider + query);
    }

    private URI begin(
            String provider,
            Purpose purpose,
            String invitation,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ProviderSilent {
        var keep = new HashMap<>(Map.of(PURPOSE, purpose.name()));
        if (SECRET.matcher(invitation).matches()) {
            keep.put(INVITATION, invitation);
        }
        LinkPages.hide(response);
        return ask.begin(request, response, providers.get(provider, purpose), keep);
    }

    private static @Nullable View send(HttpServletResponse response, URI target) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, target.toString());
        return null;
    }
}
