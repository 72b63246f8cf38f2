package io.taros.rights;

import io.taros.bot.Bot;
import io.taros.conversation.Sought;
import io.taros.organization.BotNames;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.rights.web.SubjectRequestsPage;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Settings: the register of what people ask about their own data. */
@Controller
@RequestMapping(SubjectRequestsController.HERE)
class SubjectRequestsController {
    static final String HERE = "/settings/data-subject-requests";

    /** As its form sends it. */
    record Form(
            @Nullable String kind,
            @Nullable String by,
            @Nullable String value,
            @Nullable String bot,
            @Nullable String received) {
        NewSubjectRequest wanted() {
            return new NewSubjectRequest(
                    constant("kind", SubjectRequest.Kind.values(), kind),
                    new Sought(
                            constant("by", Sought.By.values(), by),
                            value == null ? "" : value,
                            botOf(bot)),
                    day(received));
        }

        private static LocalDate day(@Nullable String text) {
            try {
                return LocalDate.parse(text == null ? "" : text.strip());
            } catch (DateTimeParseException _) {
                throw new BadInput("received", "rights.input.received");
            }
        }
    }

    private final SubjectRequests requests;
    private final SelfServiceDays selfService;
    private final BotNames bots;
    private final InstantSource clock;

    SubjectRequestsController(
            SubjectRequests requests,
            SelfServiceDays selfService,
            BotNames bots,
            InstantSource clock) {
        this.requests = requests;
        this.selfService = selfService;
        this.bots = bots;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    SubjectRequestsPage page() {
        return page(
                new SubjectRequestsPage.Draft("ACCESS", "EMAIL", "", "", today().toString()),
                FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    View open(Form form, Caller caller) {
        try {
            var opened = requests.open(form.wanted(), caller.account());
            return new Redirect(HERE + "/" + opened.id());
        } catch (BadInput refused) {
            return page(
                    new SubjectRequestsPage.Draft(
                            text(form.kind()),
                            text(form.by()),
                            text(form.value()),
                            text(form.bot()),
                            text(form.received())),
                    FormErrors.of(refused));
        }
    }

    private SubjectRequestsPage page(SubjectRequestsPage.Draft draft, FormErrors errors) {
        return new SubjectRequestsPage(
                requests.list(), selfService.times(), bots.list(), today(), draft, errors);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static <E extends Enum<E>> E constant(String field, E[] constants, @Nullable String name) {
        return Arrays.stream(constants)
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(field, "rights.input.choice"));
    }

    static Bot.@Nullable Id botOf(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        try {
            return new Bot.Id(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            throw new BadInput("bot", "rights.input.choice");
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
