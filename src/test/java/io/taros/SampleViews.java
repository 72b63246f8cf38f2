package io.taros;

import io.taros.account.web.Puzzle;
import io.taros.account.web.SignInPage;
import io.taros.account.web.WaitingPage;
import io.taros.account.web.WelcomePage;
import io.taros.bot.Provider;
import io.taros.bot.Recipients;
import io.taros.bot.WidgetLook;
import io.taros.bot.web.BotPage;
import io.taros.home.web.FirstQuestionPage;
import io.taros.home.web.HomePage;
import io.taros.home.web.Learning;
import io.taros.home.web.LearningPage;
import io.taros.improve.web.ImprovePage;
import io.taros.improve.web.TopQuestionsView;
import io.taros.improve.web.UnansweredPage;
import io.taros.knowledge.Failure;
import io.taros.knowledge.Pace;
import io.taros.knowledge.Source;
import io.taros.organization.ApiKey;
import io.taros.organization.web.ApiKeysPage;
import io.taros.platform.egress.Refusal;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.ErrorPage;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.MarkedText;
import io.taros.platform.web.Problem;
import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.SourceQuote;
import io.taros.platform.web.View;
import io.taros.site.web.CrawlerPage;
import io.taros.site.web.LandingPage;
import io.taros.site.web.StorefrontPage;
import io.taros.widget.ChatPage;
import io.taros.widget.web.AiNoticePage;
import io.taros.widget.web.IdentityPage;
import io.taros.widget.web.WidgetPage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One of every page in the states that matter: empty, full, wrong, with names that are too long.
 */
final class SampleViews {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final UUID ROBIN = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    static final UUID SECOND = UUID.fromString("019a0000-0000-7000-8000-000000000002");
    static final BotPick ONE_BOT = new BotPick(ROBIN, List.of(new BotPick.Choice(ROBIN, "Robin")));
    static final BotPick TWO_BOTS =
            new BotPick(
                    SECOND,
                    List.of(
                            new BotPick.Choice(ROBIN, "Robin"),
                            new BotPick.Choice(SECOND, "Robin of the warehouse and its returns")));

    private SampleViews() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        people(views);
        home(views);
        bot(views);
        unanswered(views);
        views.putAll(SampleInbox.all());
        views.putAll(SampleNotification.all());
        views.putAll(SampleLeads.all());
        views.putAll(SampleAccount.all());
        views.putAll(SampleKnowledge.all());
        views.putAll(SampleAnswers.all());
        views.putAll(SampleGolden.all());
        views.putAll(SampleDrafts.all());
        views.putAll(SampleInsights.all());
        views.putAll(SampleOrganization.all());
        views.putAll(SamplePrivacy.all());
        views.putAll(SampleLegal.all());
        views.putAll(SampleEgress.all());
        views.putAll(SampleRights.all());
        views.putAll(SampleStaff.all());
        views.putAll(SampleContact.all());
        views.putAll(SampleSignOn.all());
        views.putAll(SamplePartner.all());
        views.put("landing", new LandingPage("https://taros.example", null));
        views.put(
                "crawler",
                new CrawlerPage(
                        "TarosBot/1.0 (+https://support.example/crawler)",
                        "TarosBot",
                        500,
                        "Tidewater Hosting ApS",
                        "privacy@tidewater.example"));
        views.put("landing-live", new LandingPage("https://taros.example", "pk_demo"));
        views.put(
                "identity",
                new IdentityPage(
                        TWO_BOTS,
                        List.of(new IdentityPage.Secret(ROBIN, "6vNy", ago(Duration.ofDays(3)))),
                        true,
                        "2pHdUeXo8iJ5gT6vNy9f3sQnV0cZxL4tYw7RmBkA2pH",
                        FormErrors.NONE));
        views.put(
                "identity-wrong",
                new IdentityPage(
                        ONE_BOT,
                        List.of(),
                        false,
                        null,
                        FormErrors.NONE.text("required", "widget.identity.required.without")));
        views.put(
                "ai-notice",
                new AiNoticePage(
                        TWO_BOTS,
                        null,
                        null,
                        List.of(
                                new AiNoticePage.Shown(
                                        "3f1c9a0b77e2",
                                        "You are talking to an AI. It answers from our own pages, shows its sources, and can be wrong.",
                                        LocalDate.parse("2026-08-02"),
                                        LocalDate.parse("2026-11-27"),
                                        1_204),
                                new AiNoticePage.Shown(
                                        "none",
                                        null,
                                        LocalDate.parse("2026-11-02"),
                                        LocalDate.parse("2026-11-02"),
                                        1)),
                        "",
                        FormErrors.NONE));
        views.put(
                "ai-notice-off",
                new AiNoticePage(
                        ONE_BOT,
                        new AiNoticePage.Off(
                                "Our page says it above the chat, in red.",
                                ago(Duration.ofDays(3))),
                        "I am Robin, a program.",
                        List.of(),
                        "",
                        FormErrors.NONE));
        views.put(
                "ai-notice-wrong",
                new AiNoticePage(
                        ONE_BOT,
                        null,
                        null,
                        List.of(),
                        "why",
                        FormErrors.NONE.text("reason", "widget.notice.reason", 10, 500)));
        views.put("chat", new ChatPage("Robin", "pk_demo", "en"));
        views.put("storefront", new StorefrontPage("pk_demo"));
        views.put(
                "error",
                new ErrorPage(Problem.NOT_FOUND, "platform.problem.why.NOT_FOUND", null, "4f1c9a"));
        return views;
    }

    static Instant ago(Duration time) {
        return NOW.minus(time);
    }

    private static void people(Map<String, View> views) {
        views.put(
                "sign-in",
                new SignInPage(
                        "", true, true, true, SampleAccount.PROVIDERS, null, FormErrors.NONE));
        views.put(
                "sign-in-wrong",
                new SignInPage(
                        "freja@fjordthread.example",
                        false,
                        false,
                        false,
                        List.of(),
                        null,
                        FormErrors.NONE.text("password", "platform.field.required")));
        views.put(
                "sign-in-puzzle",
                new SignInPage(
                        "freja@fjordthread.example",
                        true,
                        false,
                        false,
                        List.of(),
                        new Puzzle("SHA-256", "ab", "salt", "cd", 60_000),
                        FormErrors.NONE.text("form", "account.sign-in.puzzle")));
        views.put("welcome", new WelcomePage("code", "", "", "", FormErrors.NONE));
        views.put(
                "welcome-wrong",
                new WelcomePage(
                        "code",
                        "Freja",
                        "freja",
                        "Fjord & Thread",
                        FormErrors.NONE.required("email", "").required("password", "")));
        views.put("waiting", new WaitingPage(true));
        var scopes = List.of("bots:read", "sources:read", "sources:write", "answers:write");
        views.put(
                "api-keys-empty",
                new ApiKeysPage(
                        List.of(),
                        scopes,
                        List.of(0, 30),
                        ApiKeysPage.Draft.EMPTY,
                        null,
                        NOW,
                        FormErrors.NONE));
        views.put(
                "api-keys",
                new ApiKeysPage(
                        List.of(
                                key("Website sync", null),
                                key("Nightly reports", LocalDate.of(2026, 11, 23))),
                        scopes,
                        List.of(0, 30),
                        new ApiKeysPage.Draft("", Set.of("answers:write"), 30),
                        "taros_9f3sQnV0cZxL4tYw7RmBkA2pHdUeXo8iJ5gT6vNy",
                        NOW,
                        FormErrors.NONE.required("name", "")));
    }

    private static ApiKey key(String name, LocalDate used) {
        return new ApiKey(
                new ApiKey.Id(UUID.randomUUID()),
                name,
                "6vNy",
                List.of("sources:read", "sources:write", "answers:write"),
                ago(Duration.ofDays(40)),
                used == null ? null : NOW.plus(Duration.ofDays(50)),
                used,
                null);
    }

    private static void home(Map<String, View> views) {
        views.put(
                "home",
                new HomePage(
                        "Robin",
                        List.of(HomePage.Step.TEACH),
                        new HomePage.Figures(3, 214, 1_862, 0),
                        List.of(
                                check(HomePage.Tone.GOOD, "home.health.ready", 3),
                                check(HomePage.Tone.WARN, "home.health.pages", 12),
                                check(HomePage.Tone.GOOD, "home.health.quotes"))));
        views.put(
                "home-ready",
                new HomePage(
                        "Robin",
                        List.of(HomePage.Step.values()),
                        new HomePage.Figures(1, 10_412, 98_004, 12_093),
                        List.of(check(HomePage.Tone.BAD, "home.health.failed", 1))));
        views.put(
                "first-question",
                new FirstQuestionPage(FirstQuestionPage.Way.WEBSITE, "", "", FormErrors.NONE));
        views.put(
                "first-question-wrong",
                new FirstQuestionPage(
                        FirstQuestionPage.Way.WEBSITE,
                        "my shop",
                        "",
                        FormErrors.NONE
                                .text("url", "knowledge.input.url")
                                .text("rights", "knowledge.rights.needed")));
        views.put(
                "first-text",
                new FirstQuestionPage(FirstQuestionPage.Way.TEXT, "", "", FormErrors.NONE));
        views.put("learning", new LearningPage(learning(Learning.Stage.WORKING)));
        views.put("learning-preparing", new LearningPage(learning(Learning.Stage.PREPARING)));
        views.put("learning-progress", learning(Learning.Stage.READY));
        views.put(
                "learning-failed",
                new LearningPage(
                        new Learning(
                                ROBIN,
                                Source.Kind.WEBSITE,
                                "https://www.fjordthread.example/",
                                Learning.Stage.FAILED,
                                new Source.Progress(1, 0, 0, 1, 0, 0, 0),
                                Pace.UNKNOWN,
                                "The server at www.fjordthread.example does not answer. Check the address, or try again later.",
                                List.of(),
                                List.of())));
    }

    private static HomePage.Check check(HomePage.Tone tone, String key, Object... arguments) {
        return new HomePage.Check(tone, key, List.of(arguments), "/knowledge");
    }

    private static Learning learning(Learning.Stage stage) {
        return new Learning(
                ROBIN,
                Source.Kind.WEBSITE,
                "https://www.fjordthread.example/",
                stage,
                new Source.Progress(48, 15, 31, 2, 240, 96, 12),
                new Pace(31, 240),
                null,
                List.of("How long is delivery?", "Can I return a washed jumper?"),
                List.of(
                        new Failure(
                                "It needs a password.",
                                1,
                                List.of("https://www.fjordthread.example/price-list.pdf"))));
    }

    private static void bot(Map<String, View> views) {
        var embedded = new Recipients(null, "api.openai.com");
        var writers =
                List.of(
                        new BotPage.Writer(
                                Provider.AUTOMATIC,
                                BotPage.Availability.READY,
                                new Recipients("api.mistral.ai", "api.openai.com"),
                                null),
                        new BotPage.Writer(
                                Provider.NONE, BotPage.Availability.READY, embedded, null),
                        new BotPage.Writer(
                                Provider.OPENAI,
                                BotPage.Availability.READY,
                                new Recipients(
                                        null,
                                        null,
                                        new Recipients.Kept("api.openai.com", Refusal.OUTSIDE_EU)),
                                null),
                        new BotPage.Writer(
                                Provider.MISTRAL,
                                BotPage.Availability.READY,
                                new Recipients("api.mistral.ai", "api.openai.com"),
                                "mistral-small-latest"),
                        new BotPage.Writer(
                                Provider.ANTHROPIC, BotPage.Availability.NO_KEY, embedded, null),
                        new BotPage.Writer(
                                Provider.COMPATIBLE, BotPage.Availability.NO_KEY, embedded, null));
        views.put(
                "bot",
                new BotPage(
                        TWO_BOTS,
                        new BotPage.Settings(
                                "Robin",
                                "Friendly and brief. Never promise a delivery date.",
                                "en",
                                50,
                                Provider.AUTOMATIC,
                                ""),
                        writers,
                        BotPage.Waiting.IN_DRAFT,
                        BotPage.Notice.SAVED,
                        FormErrors.NONE));
        views.put(
                "bot-wrong",
                new BotPage(
                        ONE_BOT,
                        new BotPage.Settings("", "", "da", 70, Provider.NONE, ""),
                        writers,
                        BotPage.Waiting.NO,
                        BotPage.Notice.NONE,
                        FormErrors.NONE.required("name", "")));
        views.put(
                "widget",
                new WidgetPage(
                        ONE_BOT,
                        new WidgetPage.Embed(
                                "https://taros.example",
                                "pk_AZoAAAAAcACAAAAAAAAAAb3d1s0mTrQ2wXyZ",
                                new WidgetPage.Invitation(
                                        "Questions about shipping?", "/prices*", 20, null)),
                        new WidgetPage.Settings(
                                "",
                                "How long is delivery?\nCan I return it?",
                                "#00716f",
                                WidgetLook.LauncherPosition.RIGHT,
                                WidgetLook.Theme.AUTO,
                                "https://www.fjordthread.example",
                                "",
                                true,
                                true),
                        WidgetPage.Notice.NONE,
                        FormErrors.of(new BadInput("allowedOrigins", "bot.input.origin"))));
        SampleWidget.put(views, ONE_BOT);
        SampleHandover.put(views, ONE_BOT);
        SampleCeiling.put(views, ONE_BOT);
        SampleBlocks.put(views);
    }

    private static void unanswered(Map<String, View> views) {
        views.put("top-questions-none", new TopQuestionsView(UUID.randomUUID(), List.of()));
        views.put(
                "top-questions",
                new TopQuestionsView(
                        UUID.randomUUID(),
                        List.of(
                                new TopQuestionsView.Row("Do you ship to Greenland?", 1_204),
                                new TopQuestionsView.Row(
                                        "Can I return a jumper that I washed by mistake, and who pays for the parcel?",
                                        7))));
        views.put(
                "unanswered-empty",
                new UnansweredPage(ONE_BOT, List.of(), List.of(), UnansweredPage.Notice.NONE));
        views.put(
                "unanswered",
                new UnansweredPage(
                        ONE_BOT,
                        List.of(
                                new UnansweredPage.Foreign("de", 12, List.of("da", "en")),
                                new UnansweredPage.Foreign("fr", 1, List.of("da", "en"))),
                        List.of(
                                new UnansweredPage.Row(
                                        UUID.randomUUID(),
                                        UUID.randomUUID(),
                                        "Do you ship parcels to Greenland?",
                                        List.of(
                                                "Can you send a parcel to Greenland?",
                                                "greenland delivery??"),
                                        14,
                                        ago(Duration.ofMinutes(50))),
                                new UnansweredPage.Row(
                                        UUID.randomUUID(),
                                        UUID.randomUUID(),
                                        "Kan jeg få byttet min trøje, hvis jeg har vasket den i maskine ved en fejl og den er blevet for lille til mig, men passer min søster?",
                                        List.of(),
                                        1,
                                        ago(Duration.ofHours(30)))),
                        UnansweredPage.Notice.SAVED));
        views.put(
                "improve",
                new ImprovePage(
                        ROBIN,
                        ROBIN,
                        "How long does delivery take?",
                        new ImprovePage.Reply(
                                MarkedText.of(
                                        "Within Denmark a parcel takes one to three working days. [1]"),
                                quotes()),
                        new ImprovePage.Draft(
                                "How long does delivery take?",
                                "When will my parcel come?\nhow long for delivery",
                                "Within Denmark a parcel takes one to three working days.",
                                FormErrors.NONE.required("answer", ""))));
    }

    static ReliabilityBar bar(double score, ReliabilityBar.Word word) {
        return new ReliabilityBar(
                score,
                word,
                List.of(
                        new ReliabilityBar.Reason(
                                true, "The passage mentions what was asked about."),
                        new ReliabilityBar.Reason(
                                false, "Several documents fit about equally well.")));
    }

    static List<SourceQuote> quotes() {
        return List.of(
                SourceQuote.of(
                        1,
                        "Shipping and delivery",
                        "https://www.fjordthread.example/shipping",
                        "Within Denmark a parcel takes one to three working days from the moment it leaves the boathouse."),
                SourceQuote.of(2, "Price list 2026.pdf", null, "EU: three to six working days."));
    }
}
