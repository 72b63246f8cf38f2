package io.taros.ceiling;

import io.taros.bot.Bot;
import io.taros.organization.Organizations;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Texts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ceilings of the bound organization's bots. A day is one of the organization's time zone. */
@Repository
public class Ceilings {
    private static final byte[] EVERYBODY = {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Organizations organizations;
    private final InstantSource clock;
    private final Audit audit;
    private final MessageSource texts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    Ceilings(
            JdbcClient jdbc,
            JsonMapper json,
            Organizations organizations,
            InstantSource clock,
            Audit audit,
            MessageSource texts,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.organizations = organizations;
        this.clock = clock;
        this.audit = audit;
        this.texts = texts;
        this.events = events;
        this.transactions = transactions;
    }

    private record Row(@Nullable Integer perVisitor, @Nullable Integer perBot, String texts) {}

    @Transactional(readOnly = true)
    public Ceiling get(Bot.Id bot) {
        return jdbc.sql("select per_visitor, per_bot, texts from bot_ceiling where bot_id = :bot")
                .param("bot", bot)
                .query(Row.class)
                .optional()
                .map(row ->
                        new Ceiling(
                                row.perVisitor(),
                                row.perBot(),
                                json.readValue(row.texts(), new TypeReference<>() {})))
                .orElse(Ceiling.NONE);
    }

    @Transactional
    public void keep(Bot.Id bot, Ceiling ceiling) {
        if (ceiling.equals(get(bot))) {
            return;
        }
        jdbc.sql(
                        """
                        insert into bot_ceiling (organization_id, bot_id, per_visitor, per_bot, texts, changed_at)
                        values (:organization, :bot, :visitor, :all, :texts::jsonb, :now)
                        on conflict (organization_id, bot_id) do update set per_visitor = excluded.per_visitor,
                            per_bot = excluded.per_bot, texts = excluded.texts, changed_at = excluded.changed_at
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .param("visitor", ceiling.perVisitor())
                .param("all", ceiling.perBot())
                .param("texts", json.writeValueAsString(ceiling.texts()))
                .param("now", clock.instant())
                .update();
        audit.record(CeilingAction.CHANGED, bot);
    }

    /** Counted since there is a ceiling for all. */
    @Transactional(readOnly = true)
    public int answeredToday(Bot.Id bot) {
        return jdbc.sql(
                        "select answers from answer_count where bot_id = :bot and day = :day and visitor = :everybody")
                .param("bot", bot)
                .param("day", today())
                .param("everybody", EVERYBODY)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /**
     * Takes one answer before it is made.
     *
     * @param visitor tells them apart from others
     * @param language they are spoken to in
     * @return what is said instead, where there is none left for today
     */
    public Optional<String> take(Bot.Id bot, byte[] visitor, String language) {
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    var ceiling = get(bot);
                    if (isTaken(bot, visitor, ceiling.perVisitor())
                            && isTaken(bot, EVERYBODY, ceiling.perBot())) {
                        return Optional.empty();
                    }
                    // What is not given counts for nobody.
                    status.setRollbackOnly();
                    return Optional.of(text(ceiling, language));
                }));
    }

    private boolean isTaken(Bot.Id bot, byte[] visitor, @Nullable Integer most) {
        if (most == null) {
            return true;
        }
        var answers = count(bot, visitor, most);
        if (visitor.length == 0 && answers.filter(most::equals).isPresent()) {
            events.publishEvent(new CeilingReached(bot));
        }
        return answers.isPresent();
    }

    /** Empty where there are as many already; whoever counts at the same time waits here. */
    private Optional<Integer> count(Bot.Id bot, byte[] visitor, int most) {
        return jdbc.sql(
                        """
                        insert into answer_count as counted (organization_id, bot_id, day, visitor, answers)
                        values (:organization, :bot, :day, :visitor, 1)
                        on conflict (organization_id, bot_id, day, visitor)
                            do update set answers = counted.answers + 1 where counted.answers < :most
                        returning answers
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .param("day", today())
                .param("visitor", visitor)
                .param("most", most)
                .query(Integer.class)
                .optional();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organizations.get().timeZone());
    }

    private String text(Ceiling ceiling, String language) {
        var own = ceiling.texts().get(language);
        return own == null ? ours(language) : own;
    }

    /** What is said where an owner says nothing of their own. */
    public String ours(String language) {
        return new Texts(texts, Locale.forLanguageTag(language)).get("ceiling.reached");
    }
}
