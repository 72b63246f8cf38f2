package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What visitors of the bound organization's bots read about talking to an AI. A wording counts as
 * read only if it is one of ours or the owner's own: nobody writes their own evidence.
 */
@Repository
class AiNotices {
    private static final String TEXT = "aiNotice";
    private static final String OFF = "off";
    private static final String NONE = "none";
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Audit audit;
    private final Words words;

    AiNotices(JdbcClient jdbc, InstantSource clock, Audit audit, Words words) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.words = words;
    }

    /** The owner's own words, in place of ours in every language. */
    static @Nullable String ownWords(Bot bot) {
        var own = bot.widget().texts().get(TEXT);
        return own == null || own.isBlank() ? null : own;
    }

    @Transactional(readOnly = true)
    public Optional<AiNotice.Off> off(Bot.Id bot) {
        return jdbc.sql("select reason, since from ai_notice_off where bot_id = :bot")
                .param("bot", bot)
                .query(AiNotice.Off.class)
                .optional();
    }

    /**
     * @throws BadInput without a reason
     */
    @Transactional
    public void switchOff(Bot.Id bot, String why) {
        var reason = why.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new BadInput("reason", "widget.notice.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        jdbc.sql(
                        """
                        insert into ai_notice_off (organization_id, bot_id, reason, since)
                        values (:organization, :bot, :reason, :now)
                        on conflict (organization_id, bot_id) do update set reason = excluded.reason
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .param("reason", reason)
                .param("now", clock.instant())
                .update();
        audit.record(WidgetAction.AI_NOTICE_OFF, bot, Map.of("reason", reason));
    }

    @Transactional
    public void switchOn(Bot.Id bot) {
        var there =
                jdbc.sql("delete from ai_notice_off where bot_id = :bot")
                        .param("bot", bot)
                        .update();
        if (there > 0) {
            audit.record(WidgetAction.AI_NOTICE_ON, bot);
        }
    }

    /**
     * @param shown the words that the widget says it showed
     */
    @Transactional
    public void record(Bot bot, Conversation.Id conversation, @Nullable String shown) {
        var read = shown == null ? Optional.<AiNotice>empty() : known(bot, shown);
        read.ifPresent(notice -> keep(bot.id(), notice));
        var version =
                read.map(AiNotice::version).orElseGet(() -> off(bot.id()).isPresent() ? OFF : NONE);
        jdbc.sql(
                        """
                        insert into ai_notice_shown (organization_id, conversation_id, version)
                        values (:organization, :conversation, :version)
                        """)
                .param("organization", Tenancy.organization())
                .param("conversation", conversation)
                .param("version", version)
                .update();
        jdbc.sql(
                        """
                        insert into ai_notice_day (organization_id, bot_id, version, day, conversations)
                        values (:organization, :bot, :version, :day, 1)
                        on conflict (organization_id, bot_id, version, day)
                            do update set conversations = ai_notice_day.conversations + 1
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot.id())
                .param("version", version)
                .param("day", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<AiNotice.Shown> shown(Bot.Id bot) {
        return jdbc
                .sql(
                        """
                        select d.version, n.language, n.wording, min(d.day) as first, max(d.day) as last,
                               sum(d.conversations) as conversations
                        from ai_notice_day d left join ai_notice n
                            on n.organization_id = d.organization_id and n.bot_id = d.bot_id and n.version = d.version
                        where d.bot_id = :bot
                        group by d.version, n.language, n.wording order by last desc, conversations desc, d.version
                        """)
                .param("bot", bot)
                .query(AiNotice.Shown.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** What the visitor of a conversation read; empty if nothing. */
    @Transactional(readOnly = true)
    public Optional<AiNotice> of(Conversation.Id conversation) {
        return jdbc.sql(
                        """
                        select n.language, n.wording from ai_notice_shown s
                        join conversation c on c.organization_id = s.organization_id and c.id = s.conversation_id
                        join ai_notice n on n.organization_id = s.organization_id and n.bot_id = c.bot_id
                            and n.version = s.version
                        where s.conversation_id = :conversation
                        """)
                .param("conversation", conversation)
                .query(AiNotice.class)
                .optional();
    }

    private Optional<AiNotice> known(Bot bot, String shown) {
        if (Words.isOwn(bot, TEXT, shown)) {
            return Optional.of(new AiNotice(null, shown));
        }
        return words.languageOf(TEXT, shown).map(language -> new AiNotice(language, shown));
    }

    private void keep(Bot.Id bot, AiNotice notice) {
        jdbc.sql(
                        """
                        insert into ai_notice (organization_id, bot_id, version, language, wording)
                        values (:organization, :bot, :version, :language, :wording)
                        on conflict (organization_id, bot_id, version) do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .param("version", notice.version())
                .param("language", notice.language())
                .param("wording", notice.wording())
                .update();
    }
}
