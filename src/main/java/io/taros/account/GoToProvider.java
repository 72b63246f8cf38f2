package io.taros.account;

import io.taros.account.web.NoticePage;
import io.taros.account.web.NoticePage.Notice;
import io.taros.platform.identity.AskIdentity;
import io.taros.platform.identity.ProviderSilent;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends a browser to a provider. The one redirect that leaves here, to where the operator said. */
@Component
public class GoToProvider {
    static final String PURPOSE = "purpose";
    static final String INVITATION = "invitation";
    private static final Pattern SECRET = Pattern.compile("[\\w-]{1,160}");

    private final SignInProviders providers;
    private final AskIdentity ask;

    GoToProvider(SignInProviders providers, AskIdentity ask) {
        this.providers = providers;
        this.ask = ask;
    }

    /** For whoever sets up a provider of their organization's own. */
    public @Nullable View tryOut(
            String provider, HttpServletRequest request, HttpServletResponse response) {
        return go(provider, Arrive.Purpose.TRY, "", request, response);
    }

    @Nullable View go(
            String provider,
            Arrive.Purpose purpose,
            String invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        var keep = new HashMap<>(Map.of(PURPOSE, purpose.name()));
        if (SECRET.matcher(invitation).matches()) {
            keep.put(INVITATION, invitation);
        }
        try {
            var target = ask.begin(request, response, providers.get(provider, purpose), keep);
            LinkPages.hide(response);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, target.toString());
            return null;
        } catch (ProviderSilent silent) {
            return new NoticePage(Notice.IDENTITY_SILENT);
        }
    }
}
