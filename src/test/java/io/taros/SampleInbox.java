package io.taros;

import static io.taros.SampleViews.ROBIN;
import static io.taros.SampleViews.SECOND;
import static io.taros.SampleViews.ago;
import static io.taros.SampleViews.bar;
import static io.taros.SampleViews.quotes;

import io.taros.answering.Summary;
import io.taros.conversation.Conversation.State;
import io.taros.conversation.Move;
import io.taros.conversation.Queue;
import io.taros.conversation.SearchWords;
import io.taros.conversation.Searched;
import io.taros.conversation.Tag;
import io.taros.conversation.VisitorConsent;
import io.taros.conversation.VisitorIdentity;
import io.taros.followup.Following;
import io.taros.inbox.Assignment;
import io.taros.inbox.CannedReply;
import io.taros.inbox.web.AssignmentPage;
import io.taros.inbox.web.Brief;
import io.taros.inbox.web.CannedPage;
import io.taros.inbox.web.Ending;
import io.taros.inbox.web.InboxPage;
import io.taros.inbox.web.InboxPage.QueueList;
import io.taros.inbox.web.SearchPage;
import io.taros.inbox.web.SuggestionView;
import io.taros.inbox.web.TagsPage;
import io.taros.inbox.web.TeamForm;
import io.taros.inbox.web.TeamPage;
import io.taros.inbox.web.TeamsPage;
import io.taros.inbox.web.ThreadNews;
import io.taros.inbox.web.ThreadView;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.View;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox: empty, busy, with a conversation that went through many hands. */
final class SampleInbox {
    private static final String LONG =
            "Kan jeg få byttet min trøje, hvis jeg har vasket den i maskine ved en fejl og den er blevet for lille til mig, men passer min søster?";

    private static final List<Tag> TAGS =
            Arrays.stream(Tag.Colour.values())
                    .map(colour ->
                            new Tag(
                                    new Tag.Id(UUID.randomUUID()),
                                    "Delivery in " + colour.name().toLowerCase(Locale.ROOT),
                                    colour,
                                    colour == Tag.Colour.PINK))
                    .toList();

    private static final List<InboxPage.Choice> TEAMS =
            List.of(
                    new InboxPage.Choice(UUID.randomUUID(), "Sales"),
                    new InboxPage.Choice(UUID.randomUUID(), "Returns and complaints, islands too"));

    private SampleInbox() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put("inbox-empty", new InboxPage(list(List.of(), null), null, false));
        views.put("inbox", new InboxPage(list(rows(), null), null, true));
        views.put("inbox-list", list(rows(), ROBIN));
        views.put(
                "inbox-thread",
                new InboxPage(list(rows(), ROBIN), thread(State.PERSON, none()), false));
        views.put(
                "inbox-waiting",
                new InboxPage(list(rows(), ROBIN), thread(State.WAITING, faster()), false));
        views.put(
                "inbox-wrong",
                new InboxPage(list(rows(), ROBIN), thread(State.RESOLVED, wrong()), false));
        views.put(
                "inbox-restricted",
                new InboxPage(list(rows(), ROBIN), thread(State.CLOSED, none()), false));
        views.put("inbox-part", thread(State.BOT, none()));
        views.put(
                "inbox-news",
                new ThreadNews(
                        ROBIN,
                        "?queue=ALL",
                        false,
                        "da",
                        standing(State.PERSON),
                        brief(State.PERSON),
                        entries()));
        views.put(
                "inbox-suggestion",
                new SuggestionView("On Fridays.", bar(0.91, ReliabilityBar.Word.SOLID), quotes()));
        views.put("inbox-suggestion-none", new SuggestionView(null, null, List.of()));
        views.put("assignment", new AssignmentPage(Assignment.ROUND_ROBIN, true));
        views.put("tags", new TagsPage(TAGS, "", Tag.Colour.GREY, FormErrors.NONE));
        views.put(
                "tags-empty",
                new TagsPage(
                        List.of(),
                        "",
                        Tag.Colour.RED,
                        FormErrors.NONE.text("name", "conversation.tag.name", Tag.MAX_NAME)));
        putTeams(views);
        putSearch(views);
        views.put("canned-empty", new CannedPage(List.of(), "", "", FormErrors.NONE));
        views.put(
                "canned",
                new CannedPage(
                        List.of(
                                canned(
                                        "hello",
                                        "Hello {{visitor}}, I am {{me}}. I have read what you wrote."),
                                canned("return-after-washing-by-mistake", LONG + "\n\n" + LONG)),
                        "two words",
                        "",
                        FormErrors.NONE.text("shortcut", "inbox.canned.shortcut", 40)));
        return views;
    }

    private static void putTeams(Map<String, View> views) {
        var colleagues =
                List.of(
                        new InboxPage.Choice(ROBIN, "Ada Lund"),
                        new InboxPage.Choice(SECOND, "Bo Mikkelsen"));
        views.put(
                "teams",
                new TeamsPage(
                        List.of(
                                new TeamsPage.Row(
                                        ROBIN,
                                        TEAMS.getLast().name(),
                                        List.of("Ada Lund", "Bo Mikkelsen")),
                                new TeamsPage.Row(SECOND, "Sales", List.of())),
                        new TeamForm("", Set.of(), colleagues, FormErrors.NONE)));
        views.put(
                "teams-empty",
                new TeamsPage(
                        List.of(),
                        new TeamForm(
                                "Sales",
                                Set.of(SECOND),
                                colleagues,
                                FormErrors.NONE.text("name", "handover.team.taken", "Sales"))));
        views.put(
                "team",
                new TeamPage(
                        ROBIN,
                        TEAMS.getLast().name(),
                        new TeamForm(
                                TEAMS.getLast().name(),
                                Set.of(ROBIN),
                                colleagues,
                                FormErrors.NONE)));
    }

    private static void putSearch(Map<String, View> views) {
        views.put("search", new SearchPage("", null, FormErrors.NONE));
        views.put(
                "search-wrong",
                new SearchPage(
                        "a", null, FormErrors.NONE.text("words", "conversation.search.short", 2)));
        views.put(
                "search-none",
                new SearchPage(
                        "narwhal",
                        new SearchPage.Result(List.of(), 1_204, ago(Duration.ofDays(200)), null),
                        FormErrors.NONE));
        views.put(
                "search-found",
                new SearchPage(
                        "jumper bornholm",
                        new SearchPage.Result(
                                List.of(
                                        found(Searched.In.VISITOR, State.WAITING, 3),
                                        found(Searched.In.BOT, State.BOT, 0),
                                        found(Searched.In.NOTE, State.PERSON, 1),
                                        found(Searched.In.CONTACT, State.RESOLVED, 0),
                                        found(Searched.In.PAGE, State.CLOSED, 0)),
                                61_500,
                                ago(Duration.ofDays(41)),
                                SECOND),
                        FormErrors.NONE));
    }

    private static SearchPage.Found found(Searched.In in, State state, int others) {
        return new SearchPage.Found(
                ROBIN,
                in == Searched.In.BOT ? null : "Mette Vestergaard",
                state,
                state == State.PERSON ? "Bo Mikkelsen" : null,
                in,
                SearchWords.of("trøje vasket").in(LONG).orElseThrow(),
                12,
                ago(Duration.ofDays(3)),
                others);
    }

    private static CannedReply canned(String shortcut, String text) {
        return new CannedReply(new CannedReply.Id(UUID.randomUUID()), shortcut, text);
    }

    private static QueueList list(List<InboxPage.Row> rows, @Nullable UUID open) {
        return new QueueList(
                Queue.ALL,
                Arrays.stream(Queue.values())
                        .map(queue ->
                                new InboxPage.Length(
                                        queue,
                                        switch (queue) {
                                            case MINE -> 3L;
                                            case UNASSIGNED -> 0L;
                                            case WAITING -> 12L;
                                            case BOT -> 1_204L;
                                            default -> null;
                                        }))
                        .toList(),
                new InboxPage.Filter(
                        SECOND,
                        List.of(
                                new InboxPage.Choice(ROBIN, "Robin"),
                                new InboxPage.Choice(
                                        SECOND, "Robin of the warehouse and its returns")),
                        null,
                        TAGS,
                        null,
                        TEAMS),
                rows,
                open,
                null,
                rows.isEmpty() ? null : "next");
    }

    private static List<InboxPage.Row> rows() {
        return List.of(
                row(
                        ROBIN,
                        "Mette Vestergaard",
                        State.PERSON,
                        Ending.ANSWERED,
                        "Bo Mikkelsen",
                        true),
                row(UUID.randomUUID(), null, State.WAITING, Ending.HANDOVER, null, true),
                row(
                        UUID.randomUUID(),
                        "Marie-Antoinette von Hohenstaufen-Schwarzenberg",
                        State.WAITING,
                        Ending.HANDOVER,
                        "Bo Mikkelsen",
                        false),
                row(UUID.randomUUID(), null, State.BOT, Ending.UNANSWERED, null, false),
                row(UUID.randomUUID(), null, State.BOT, Ending.ANSWERED, null, false),
                row(UUID.randomUUID(), null, State.RESOLVED, Ending.ANSWERED, null, false),
                row(UUID.randomUUID(), null, State.CLOSED, Ending.OPEN, null, false));
    }

    private static InboxPage.Row row(
            UUID id,
            @Nullable String who,
            State state,
            Ending ending,
            @Nullable String assignee,
            boolean isUnread) {
        return new InboxPage.Row(
                id,
                who,
                state == State.WAITING ? "I want to talk to a person" : LONG,
                state == State.CLOSED
                        ? ""
                        : "Within Denmark a parcel takes one to three working days.",
                state,
                ending,
                assignee,
                state == State.WAITING ? TEAMS.getLast().name() : null,
                state == State.WAITING ? TAGS.subList(0, 2) : List.of(),
                isUnread,
                ago(Duration.ofMinutes(6)),
                ago(Duration.ofMinutes(4)));
    }

    private static ThreadView.Composer none() {
        return new ThreadView.Composer(
                false,
                "",
                FormErrors.NONE,
                false,
                "one",
                List.of(
                        new ThreadView.Canned(
                                "hello", "Hello Mette, I am Ada. I have read what you wrote."),
                        new ThreadView.Canned("bye", "Glad to help. Have a good day!")));
    }

    private static ThreadView.Composer faster() {
        return new ThreadView.Composer(
                false, "Yes, if it lies in our harbour.", FormErrors.NONE, true, "one", List.of());
    }

    private static ThreadView.Composer wrong() {
        return new ThreadView.Composer(
                true, "", FormErrors.NONE.required("text", ""), false, "one", List.of());
    }

    private static ThreadView thread(State state, ThreadView.Composer composer) {
        return new ThreadView(
                ROBIN,
                "?queue=ALL",
                state == State.CLOSED,
                standing(state),
                brief(state),
                new ThreadView.Panel(
                        "Robin",
                        new VisitorIdentity(
                                "customer-4711", "Mette Vestergaard", "mette@fjord.example"),
                        new VisitorConsent(
                                "I agree that what I write is stored and answered by an AI, as the privacy policy says.",
                                ago(Duration.ofHours(5))),
                        List.of(
                                new ThreadView.Contact(
                                        "Mette",
                                        "mette@fjord.example",
                                        "+45 12 34 56 78",
                                        "Call me after five, please.",
                                        "You may write to me about this question.")),
                        "https://www.fjordthread.example/collections/jumpers/long-sleeved-merino-crew-neck",
                        "Firefox 145",
                        "Desktop",
                        "Europe/Copenhagen",
                        "da",
                        "pro, eu",
                        9,
                        ago(Duration.ofHours(5)),
                        SampleViews.NOW.plus(Duration.ofDays(90)),
                        following(state)),
                entries(),
                12,
                composer);
    }

    private static @Nullable Brief brief(State state) {
        return switch (state) {
            case BOT -> null;
            case WAITING ->
                    brief(
                            null,
                            new Brief.Picked(
                                    List.of("How long does delivery take?", LONG),
                                    quotes(),
                                    bar(0.91, ReliabilityBar.Word.SOLID)),
                            Brief.Attempt.FAILED);
            case PERSON -> brief(written(true), null, Brief.Attempt.POSSIBLE);
            case RESOLVED -> brief(written(false), null, Brief.Attempt.UNDER_WAY);
            case CLOSED ->
                    brief(
                            null,
                            new Brief.Picked(List.of(), List.of(), null),
                            Brief.Attempt.IMPOSSIBLE);
        };
    }

    private static Brief brief(
            Brief.@Nullable Written written, Brief.@Nullable Picked picked, Brief.Attempt attempt) {
        return new Brief(
                ROBIN, "?queue=ALL", "inbox.reason.VISITOR_ASKED", "da", written, picked, attempt);
    }

    private static Brief.Written written(boolean isOld) {
        return new Brief.Written(
                new Summary(
                        "A parcel brought to a boat in the harbour of Svaneke on a Sunday.",
                        "The bot said how long delivery takes in Denmark and the EU, and asked what was meant by \"boat\".",
                        "Whether anything is delivered on Sundays, and whether the skipper has to be on board."),
                "mistral-small-latest",
                ago(Duration.ofMinutes(8)),
                isOld);
    }

    private static Following following(State state) {
        var way =
                switch (state) {
                    case BOT -> Following.Way.NO_MAIL;
                    case WAITING -> Following.Way.ONE_WAY;
                    case PERSON -> Following.Way.BOTH_WAYS;
                    case RESOLVED -> Following.Way.STOPPED;
                    case CLOSED -> Following.Way.NO_ADDRESS;
                };
        return state == State.PERSON
                ? new Following(way, "mette@fjord.example", ago(Duration.ofMinutes(4)), true, 2)
                : new Following(way, "mette@fjord.example", null, false, 0);
    }

    private static ThreadView.Standing standing(State state) {
        return new ThreadView.Standing(
                state,
                ago(Duration.ofMinutes(6)),
                state == State.RESOLVED
                        ? "inbox.resolution.BY_PERSON"
                        : "inbox.reason.VISITOR_ASKED",
                state == State.PERSON ? SECOND : null,
                state == State.PERSON ? "Bo Mikkelsen" : null,
                state == State.WAITING ? SampleViews.NOW.plus(Duration.ofHours(3)) : null,
                false,
                List.of(
                        new ThreadView.Person(ROBIN, "Ada Lund", true),
                        new ThreadView.Person(SECOND, "Bo Mikkelsen", false)),
                Set.copyOf(
                        Arrays.stream(Move.Kind.values())
                                .filter(kind -> kind.from().contains(state))
                                .toList()),
                new ThreadView.Labels(TAGS.subList(0, 2), TAGS.subList(2, TAGS.size())),
                new ThreadView.Teams(
                        state == State.WAITING ? TEAMS.getLast().name() : null,
                        List.of(TEAMS.getFirst())));
    }

    private static List<ThreadView.Entry> entries() {
        return List.of(
                new ThreadView.Visitor(
                        1,
                        "How long does delivery take?",
                        List.of(),
                        false,
                        ago(Duration.ofMinutes(12))),
                new ThreadView.Bot(
                        2,
                        ROBIN,
                        "Within Denmark a parcel takes one to three working days. [1] To the rest of the EU it takes three to six. [2]",
                        ago(Duration.ofMinutes(12)),
                        Ending.ANSWERED,
                        "answering.why.reliable",
                        List.of(),
                        bar(0.91, ReliabilityBar.Word.SOLID),
                        quotes()),
                new ThreadView.Visitor(3, "boat", List.of(), false, ago(Duration.ofMinutes(11))),
                new ThreadView.Bot(
                        4,
                        ROBIN,
                        "I am not sure what you mean. Did you mean one of these?",
                        ago(Duration.ofMinutes(11)),
                        Ending.ASKED_BACK,
                        "answering.why.something-close",
                        List.of(
                                "Do you deliver to a boat in the harbour, and does the skipper have to"
                                        + " be on board to take it?",
                                "Shipping and delivery: Harbours"),
                        bar(0.38, ReliabilityBar.Word.WEAK),
                        List.of()),
                new ThreadView.Visitor(
                        5,
                        "And on a Sunday to my boat?",
                        files(),
                        true,
                        ago(Duration.ofMinutes(9))),
                new ThreadView.Change(
                        6,
                        Move.Kind.HAND_OVER,
                        State.WAITING,
                        "inbox.reason.VISITOR_ASKED",
                        "VISITOR",
                        null,
                        null,
                        "Sales",
                        ago(Duration.ofMinutes(9))),
                new ThreadView.Note(
                        7,
                        "Ada",
                        "@Bo do you know this skipper? He was here in June, too.",
                        List.of("Bo Mikkelsen"),
                        ago(Duration.ofMinutes(8))),
                new ThreadView.Change(
                        8,
                        Move.Kind.ASSIGN,
                        State.WAITING,
                        null,
                        "PERSON",
                        "Ada",
                        "Bo Mikkelsen",
                        "Sales",
                        ago(Duration.ofMinutes(8))),
                new ThreadView.Change(
                        9,
                        Move.Kind.TAKE_OVER,
                        State.PERSON,
                        null,
                        "PERSON",
                        "Bo",
                        "Bo Mikkelsen",
                        "Sales",
                        ago(Duration.ofMinutes(6))),
                new ThreadView.Human(
                        10,
                        "Bo",
                        "Yes, if it lies in our harbour.",
                        files(),
                        ago(Duration.ofMinutes(6))));
    }

    /** Pictures come from a server that is not there. */
    private static List<ThreadView.File> files() {
        return List.of(
                new ThreadView.File("/static/icon/taros.svg", "boat.png", 412, 240, 160),
                new ThreadView.File(
                        "/inbox/1/attachments/2", "Harbour rules 2026.pdf", 96, null, null));
    }
}
