package io.taros.followup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.platform.security.Open;
import io.taros.platform.web.Forbidden;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.TooLarge;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where a mail server hands over answers to mails, each as it came over the line. */
@RestController
@Tag(name = "Mail")
class InboundMailController {
    private static final String BEARER = "Bearer ";

    private final InboundSettings settings;
    private final TakeMail take;

    InboundMailController(InboundSettings settings, TakeMail take) {
        this.settings = settings;
        this.take = take;
    }

    /**
     * @param outcome what came of it; no reason to send it again
     */
    record Handed(String outcome) {}

    @PostMapping(path = "/api/v1/mail/inbound", consumes = "message/rfc822")
    @Operation(
            operationId = "takeInboundMail",
            summary = "Hand over a mail",
            description =
                    "For the mail server: a mail as it came over the line, with the secret of the settings as the bearer token. What came of it is no reason to send it again.")
    @Open("The secret of the settings in the request proves that the mail server sends it")
    Handed hand(
            @Parameter(hidden = true)
                    @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization,
            @RequestBody byte[] mail) {
        admit(authorization);
        if (mail.length > settings.maxSize().toBytes()) {
            throw new TooLarge("platform.refused.body-large", settings.maxSize().toKilobytes());
        }
        return new Handed(take.take(mail).name().toLowerCase(Locale.ROOT));
    }

    private void admit(@Nullable String authorization) {
        if (settings.secret() == null) {
            throw new NotFound();
        }
        var expected = (BEARER + settings.secret()).getBytes(StandardCharsets.UTF_8);
        var given = authorization == null ? "" : authorization;
        if (!MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            throw new Forbidden();
        }
    }
}
