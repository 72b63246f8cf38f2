package io.taros.widget;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.taros.bot.Bot;
import io.taros.conversation.VisitorIdentity;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what a website says of its visitor: a JSON Web Token (RFC 7519), signed with HS256 and one
 * of the bot's secrets, with {@code sub} and {@code exp}, and {@code name}, {@code email} and
 * {@code tags} if it likes. Anything else is no identity.
 */
@Component
class IdentityTokens {
    private static final int MAX_TOKEN = 8_192;
    private static final int MAX_CLAIM = 254;

    /** A token that never ends would be a password that anybody who once saw the page has. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Duration SKEW = Duration.ofMinutes(1);

    private final IdentitySecrets secrets;
    private final InstantSource clock;

    IdentityTokens(IdentitySecrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    Optional<SignedVisitor> read(Bot.Id bot, @Nullable String token) {
        if (token == null || token.length() > MAX_TOKEN) {
            return Optional.empty();
        }
        try {
            var signed = SignedJWT.parse(token);
            return JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())
                            && isSigned(signed, bot)
                    ? visitor(signed.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException _) {
            return Optional.empty();
        }
    }

    private boolean isSigned(SignedJWT token, Bot.Id bot) throws JOSEException {
        for (var secret : secrets.secrets(bot)) {
            if (token.verify(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)))) {
                return true;
            }
        }
        return false;
    }

    private Optional<SignedVisitor> visitor(JWTClaimsSet claims) throws ParseException {
        var subject = claims.getSubject();
        var ends = claims.getExpirationTime();
        var begins = claims.getNotBeforeTime();
        var now = clock.instant();
        if (subject == null
                || subject.isBlank()
                || subject.length() > MAX_CLAIM
                || ends == null
                || !isWithin(ends.toInstant(), now)
                || (begins != null && now.plus(SKEW).isBefore(begins.toInstant()))) {
            return Optional.empty();
        }
        return Optional.of(
                new SignedVisitor(
                        new VisitorIdentity(
                                subject,
                                claim(claims.getStringClaim("name")),
                                claim(claims.getStringClaim("email"))),
                        tags(claims.getClaim("tags"))));
    }

    private static boolean isWithin(Instant ends, Instant now) {
        return now.isBefore(ends.plus(SKEW)) && ends.isBefore(now.plus(LONGEST).plus(SKEW));
    }

    private static @Nullable List<String> tags(@Nullable Object said) {
        return switch (said) {
            case null -> null;
            case Collection<?> each -> each.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString());
        };
    }

    private static @Nullable String claim(@Nullable String value) {
        return value == null || value.isBlank() || value.length() > MAX_CLAIM
                ? null
                : value.strip();
    }
}
