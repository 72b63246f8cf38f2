package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.lead.TakeLead;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How a visitor wants to be reached, and whatever else the bot's form asks. */
@RestController
class VisitorLead {
    private static final String CONSENT = "consent";
    private static final String PAGE = "page";
    private static final String EMAIL = "email";
    private static final String SHOWN = "privacyLine";
    private static final int LONGEST_CONSENT = 2_000;

    private final TakeLead take;
    private final Words words;
    private final RateLimits limits;
    private final ClientAddress addresses;
    private final BlockedVisitors blocked;

    VisitorLead(
            TakeLead take,
            Words words,
            RateLimits limits,
            ClientAddress addresses,
            BlockedVisitors blocked) {
        this.blocked = blocked;
        this.addresses = addresses;
        this.take = take;
        this.words = words;
        this.limits = limits;
    }

    record Added(UUID id) {}

    /** The fields by their names; {@code consent} is the sentence that the visitor agreed to. */
    @PostMapping("/widget/v1/{publicKey}/conversations/{id}/lead")
    @ResponseStatus(HttpStatus.CREATED)
    @Open(VisitorConversations.OWNER)
    Added leave(Visit visit, @RequestBody JsonNode body, HttpServletRequest request) {
        limits.take(Limit.LEAD, visit.id().value().toString());
        limits.take(Limit.LEAD_ADDRESS, addresses.key(request));
        limits.take(Limit.LEAD_BOT, visit.bot().id().value().toString());
        var values = values(body);
        blocked.admit(visit, values.get(EMAIL), request);
        var wording = values.remove(CONSENT);
        if (wording != null && wording.length() > LONGEST_CONSENT) {
            throw new BadInput(CONSENT, "widget.input.long", CONSENT, LONGEST_CONSENT);
        }
        var page = Browser.page(values.remove(PAGE), request);
        var agreed =
                new TakeLead.Agreed(
                        wording, wording == null ? null : shownIn(visit.bot(), wording), page);
        return new Added(take.take(visit.bot(), visit.id(), values, agreed).value());
    }

    private static Map<String, String> values(JsonNode body) {
        var values = new HashMap<String, String>();
        for (var field : body.properties()) {
            var value = field.getValue();
            if (!value.isNull() && !value.isString() && !value.isNumber()) {
                throw new BadInput(field.getKey(), "widget.input.text", field.getKey());
            }
            var text = value.isNull() ? "" : value.asString().strip();
            if (!text.isEmpty()) {
                values.put(field.getKey(), text);
            }
        }
        return values;
    }

    /** Where it is the line that stands beside the button, and not a box that was ticked. */
    private @Nullable String shownIn(Bot bot, String wording) {
        return words.languageOf(SHOWN, wording)
                .orElseGet(() -> Words.isOwn(bot, SHOWN, wording) ? bot.language() : null);
    }
}
