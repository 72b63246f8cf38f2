package io.taros.account;

import io.taros.account.web.NoticePage;
import io.taros.account.web.NoticePage.Notice;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What becomes of somebody who comes from a provider with an identity that is proven. */
@Component
class Arrive {
    /** What they went there for. */
    enum Purpose {
        SIGN_IN,
        /** To sign in that way, too, from now on. */
        LINK,
        /** To show once more who they are. */
        PROVE,
        /** To see whether an organization's own provider works. */
        TRY
    }

    private final Identities identities;
    private final Accounts accounts;
    private final OpenByIdentity open;
    private final Arrivals arrivals;
    private final Sessions sessions;
    private final Entrance entrance;
    private final OwnProof proof;
    private final SingleSignOn singleSignOn;
    private final SignInProviders providers;
    private final ChangeIdentities change;

    Arrive(
            Identities identities,
            Accounts accounts,
            OpenByIdentity open,
            Arrivals arrivals,
            Sessions sessions,
            Entrance entrance,
            OwnProof proof,
            SingleSignOn singleSignOn,
            SignInProviders providers,
            ChangeIdentities change) {
        this.singleSignOn = singleSignOn;
        this.providers = providers;
        this.change = change;
        this.proof = proof;
        this.identities = identities;
        this.accounts = accounts;
        this.open = open;
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.entrance = entrance;
    }

    View with(
            Arrival arrival,
            Purpose purpose,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!arrival.isSingle() && !providers.isCommon(arrival.provider())) {
            return new NoticePage(Notice.IDENTITY_NOT_ASKED);
        }
        return switch (purpose) {
            case SIGN_IN ->
                    arrival.isSingle()
                            ? single(arrival, request, response)
                            : signIn(arrival, request, response);
            case LINK -> link(arrival, request);
            case PROVE -> prove(arrival, request);
            case TRY ->
                    tried(
                            arrival.provider(),
                            new SingleSignOn.Trial(Optional.of(arrival.identity()), ""),
                            request);
        };
    }

    /** In, and on to the invitation that was followed. */
    Redirect enter(
            Account.Id account,
            Arrival arrival,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!arrival.isSingle()) {
            identities.use(arrival.identity());
        }
        if (arrival.invitation() != null) {
            sessions.continueAt(request, new Redirect("/invitations/" + arrival.invitation()));
        }
        return entrance.admit(
                request, response, account, Way.by(arrival.provider(), arrival.isSingle()));
    }

    private View signIn(Arrival arrival, HttpServletRequest request, HttpServletResponse response) {
        var known = identities.find(arrival.identity());
        if (known.isPresent()) {
            return enter(known.get(), arrival, request, response);
        }
        var email = arrival.identity().verifiedEmail();
        if (email == null) {
            return new NoticePage(Notice.IDENTITY_NO_EMAIL);
        }
        if (accounts.findByEmail(email).isPresent()) {
            return new NoticePage(Notice.IDENTITY_KNOWN_EMAIL);
        }
        if (!open.isAllowed(arrival)) {
            return new NoticePage(Notice.INVITED_ONLY);
        }
        arrivals.keep(request, arrival);
        return new Redirect("/sign-in/identity");
    }

    /** What an organization's own provider says counts for its own domains and nowhere else. */
    private View single(Arrival arrival, HttpServletRequest request, HttpServletResponse response) {
        return switch (singleSignOn.receive(arrival.provider(), arrival.identity())) {
            case SingleSignOn.Person.Known(var account, var isNewWay) -> {
                if (isNewWay) {
                    change.tellOfAnother(account);
                }
                yield enter(account, arrival, request, response);
            }
            case SingleSignOn.Person.Unknown() -> {
                arrivals.keep(request, arrival);
                yield new Redirect("/sign-in/identity");
            }
            case SingleSignOn.Person.Refused(var reason) ->
                    new NoticePage(Notice.ofSingle(reason.name()));
        };
    }

    /** Whoever tries it is told on the page where it is set up. */
    Redirect tried(String provider, SingleSignOn.Trial trial, HttpServletRequest request) {
        sessions.account(request).ifPresent(by -> singleSignOn.tried(provider, by, trial));
        return new Redirect("/settings/single-sign-on");
    }

    private View link(Arrival arrival, HttpServletRequest request) {
        if (sessions.account(request).isEmpty()) {
            return new Redirect("/sign-in");
        }
        if (arrival.isSingle()) {
            return new NoticePage(Notice.IDENTITY_NOT_ASKED);
        }
        if (identities.find(arrival.identity()).isPresent()) {
            return new NoticePage(Notice.IDENTITY_TAKEN);
        }
        arrivals.keep(request, arrival);
        return new Redirect("/account/identities/arrival");
    }

    private Optional<Account.Id> opened(Arrival arrival) {
        return arrival.isSingle()
                ? singleSignOn.opens(arrival.provider(), arrival.identity())
                : identities.find(arrival.identity());
    }

    private View prove(Arrival arrival, HttpServletRequest request) {
        Optional<Account.Id> here = sessions.account(request);
        // A provider may answer without asking anybody; a password, a code or a passkey takes its
        // owner.
        if (here.filter(account -> !proof.isThere(account)).isEmpty()
                || !here.equals(opened(arrival))) {
            return new NoticePage(Notice.IDENTITY_NOT_YOURS);
        }
        sessions.prove(request);
        return new NoticePage(Notice.IDENTITY_PROVEN);
    }
}
