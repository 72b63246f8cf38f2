package io.taros.account;

import io.taros.account.AccountChanged.What;
import io.taros.account.Challenges.Purpose;
import io.taros.account.PasskeyProof.Outcome.Late;
import io.taros.account.PasskeyProof.Outcome.Proven;
import io.taros.account.PasskeyProof.Outcome.Refused;
import io.taros.platform.jobs.Jobs;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whose passkey has signed what this browser was asked to have signed. */
@Component
class PasskeyProof {
    /** What came of it. */
    sealed interface Outcome {
        /** By whoever owns this account. */
        record Proven(Account.Id account) implements Outcome {}

        /** It was not asked for, or too long ago, or answered before. */
        record Late() implements Outcome {}

        record Refused() implements Outcome {}
    }

    private final Challenges challenges;
    private final WebAuthn webAuthn;
    private final Passkeys passkeys;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    PasskeyProof(
            Challenges challenges,
            WebAuthn webAuthn,
            Passkeys passkeys,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.challenges = challenges;
        this.webAuthn = webAuthn;
        this.passkeys = passkeys;
        this.jobs = jobs;
        this.events = events;
    }

    /** What a browser is to have signed by a passkey of anybody's. */
    String ask(HttpServletRequest request) {
        return webAuthn.toSign(List.of(), challenges.make(request, Purpose.SIGN_IN));
    }

    /** The same of this account alone; empty where it has none. */
    Optional<String> ask(Account.Id account, HttpServletRequest request) {
        var known = passkeys.list(account);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(webAuthn.toSign(known, challenges.make(request, Purpose.PROVE)));
    }

    Outcome signIn(String answer, HttpServletRequest request) {
        var challenge = challenges.useUp(request, Purpose.SIGN_IN);
        return challenge.isEmpty() ? new Late() : check(answer, challenge.get(), Optional.empty());
    }

    Outcome prove(Account.Id account, String answer, HttpServletRequest request) {
        var challenge = challenges.useUp(request, Purpose.PROVE);
        return challenge.isEmpty()
                ? new Late()
                : check(answer, challenge.get(), Optional.of(account));
    }

    private Outcome check(String answer, byte[] challenge, Optional<Account.Id> wanted) {
        var read = webAuthn.read(answer);
        var passkey = read.flatMap(data -> passkeys.find(data.credentialId()));
        if (read.isEmpty() || passkey.isEmpty()) {
            return new Refused();
        }
        var owner = passkey.get().accountId();
        var handle = read.get().handle();
        var isTheirs = handle.length == 0 ? wanted.isPresent() : WebAuthn.isFor(owner, handle);
        if (!isTheirs || wanted.filter(account -> !account.equals(owner)).isPresent()) {
            return new Refused();
        }
        var signed = webAuthn.check(read.get(), passkey.get(), challenge);
        if (signed.isEmpty()) {
            events.publishEvent(new SignInRefused(owner, null));
            return new Refused();
        }
        if (!passkeys.use(passkey.get().id(), signed.get().counter(), signed.get().synced())) {
            jobs.enqueue(new SendLetter(Letter.PASSKEY_COPIED, owner.value()));
            events.publishEvent(new AccountChanged(owner, What.PASSKEY_COPIED));
            return new Refused();
        }
        return new Proven(owner);
    }
}
