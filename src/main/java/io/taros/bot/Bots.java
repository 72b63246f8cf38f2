package io.taros.bot;

import io.taros.organization.Entitlements;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.Changes;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bots of the bound organization. */
@Repository
@Transactional
public class Bots {
    private static final String COLUMNS =
            """
            id, name, public_key, instructions, language, threshold, provider, model, allowed_origins,
            privacy_policy_url, greeting, suggested_questions, accent_colour, launcher_position, theme,
            text_names, text_values, created_at, updated_at
            """;

    private final JdbcClient jdbc;
    private final BotDrafts drafts;
    private final Ids ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    private final Audit audit;
    private final Entitlements entitlements;
    private final ObjectProvider<BotTie> ties;
    private final ErasureJournal journal;

    Bots(
            JdbcClient jdbc,
            BotDrafts drafts,
            Ids ids,
            InstantSource clock,
            Audit audit,
            Entitlements entitlements,
            ObjectProvider<BotTie> ties,
            ErasureJournal journal) {
        this.journal = journal;
        this.ties = ties;
        this.entitlements = entitlements;
        this.audit = audit;
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Bot> find(Bot.Id id) {
        return jdbc.sql("select " + COLUMNS + " from bot where id = :id")
                .param("id", id)
                .query(Bots::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Bot get(Bot.Id id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** As it will be once its draft is published; the bot itself when it has none. */
    @Transactional(readOnly = true)
    public Optional<Bot> findInDraft(Bot.Id id) {
        return find(id).map(bot ->
                drafts.find(id).map(draft -> bot.with(draft.settings())).orElse(bot));
    }

    /** What somebody who changes the bot begins with. */
    @Transactional(readOnly = true)
    public Bot getInDraft(Bot.Id id) {
        return findInDraft(id).orElseThrow(NotFound::new);
    }

    /** The bound organization must be the key's own: bind {@link PublicKey#organization} first. */
    @Transactional(readOnly = true)
    public Optional<Bot> find(PublicKey key) {
        return jdbc.sql("select " + COLUMNS + " from bot where public_key = :key")
                .param("key", key.value())
                .query(Bots::read)
                .optional();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Bot> list() {
        return jdbc.sql("select " + COLUMNS + " from bot order by id").query(Bots::read).list();
    }

    private int count() {
        return jdbc.sql("select count(*) from bot").query(Integer.class).single();
    }

    public Bot add(BotSettings settings) {
        entitlements.checkBots(this::count);
        settings.widget().checkNotice();
        var now = clock.instant();
        var organization = Tenancy.organization();
        var bot =
                bot(
                        new Bot.Id(ids.next()),
                        PublicKey.create(organization, random),
                        settings,
                        new Dates(now, now));
        write(
                """
                insert into bot (organization_id, id, public_key, created_at, name, instructions, language, threshold,
                    provider, model, allowed_origins, privacy_policy_url, greeting, suggested_questions,
                    accent_colour, launcher_position, theme, text_names, text_values, updated_at)
                values (:organization, :id, :public_key, :created_at, :name, :instructions, :language, :threshold,
                    :provider, :model, :allowed_origins, :privacy_policy_url, :greeting, :suggested_questions,
                    :accent_colour, :launcher_position, :theme, :text_names, :text_values, :updated_at)
                """,
                bot);
        audit.record(BotAction.CREATED, bot.id());
        return get(bot.id());
    }

    /**
     * Identity, public key and birthday stay. What changes answers goes into the draft where there
     * is or must be one; begin with {@link #getInDraft} so that nothing in it is undone.
     */
    public Bot replace(Bot.Id id, BotSettings settings) {
        settings.widget().checkNotice();
        drafts.lock(id);
        var answering = AnsweringSettings.of(settings);
        var isChanged = !answering.equals(AnsweringSettings.of(getInDraft(id)));
        if (isChanged && drafts.takesChanges(id)) {
            drafts.change(id, answering);
        }
        var present = get(id);
        var before = getInDraft(id);
        if (drafts.find(id).isPresent()) {
            write(present, settings.with(AnsweringSettings.of(present)));
        } else {
            write(present, settings);
        }
        var changes = Changes.between(unstamped(before), unstamped(getInDraft(id)));
        if (isChanged || !changes.isEmpty()) {
            audit.record(BotAction.CHANGED, id, changes);
        }
        return get(id);
    }

    /** Without the moment it was written at. */
    private static Bot unstamped(Bot bot) {
        var dates = new Dates(bot.createdAt(), bot.createdAt());
        return bot(bot.id(), bot.publicKey(), BotSettings.of(bot), dates);
    }

    private void write(Bot old, BotSettings settings) {
        var id = old.id();
        var bot = bot(id, old.publicKey(), settings, new Dates(old.createdAt(), clock.instant()));
        write(
                """
                update bot set name = :name, instructions = :instructions, language = :language,
                    threshold = :threshold, provider = :provider, model = :model,
                    allowed_origins = :allowed_origins, privacy_policy_url = :privacy_policy_url,
                    greeting = :greeting, suggested_questions = :suggested_questions,
                    accent_colour = :accent_colour, launcher_position = :launcher_position, theme = :theme,
                    text_names = :text_names, text_values = :text_values, updated_at = :updated_at
                where id = :id and organization_id = :organization and public_key = :public_key
                  and created_at = :created_at
                """,
                bot);
    }

    /**
     * @throws Conflict if something of it has to stay
     */
    public void remove(Bot.Id id) {
        ties.stream()
                .flatMap(tie -> tie.find(id).stream())
                .findFirst()
                .ifPresent(key -> {
                    throw new Conflict(key);
                });
        if (!delete(id)) {
            throw new NotFound();
        }
        journal.add(ErasedBots.KIND, id);
        audit.record(BotAction.DELETED, id);
    }

    /** Whatever it is tied to. */
    boolean delete(Bot.Id id) {
        return jdbc.sql("delete from bot where id = :id").param("id", id).update() > 0;
    }

    private record Dates(java.time.Instant created, java.time.Instant updated) {}

    private static Bot bot(Bot.Id id, PublicKey key, BotSettings settings, Dates dates) {
        return new Bot(
                id,
                settings.name(),
                key,
                settings.instructions(),
                settings.language(),
                settings.threshold(),
                settings.provider(),
                settings.model(),
                settings.allowedOrigins(),
                settings.privacyPolicyUrl(),
                settings.widget(),
                dates.created(),
                dates.updated());
    }

    private void write(String sql, Bot bot) {
        var widget = bot.widget();
        var names = List.copyOf(widget.texts().keySet());
        jdbc.sql(sql)
                .param("organization", Tenancy.organization())
                .param("id", bot.id())
                .param("public_key", bot.publicKey().value())
                .param("created_at", bot.createdAt())
                .param("name", bot.name())
                .param("instructions", bot.instructions())
                .param("language", bot.language())
                .param("threshold", bot.threshold())
                .param("provider", bot.provider())
                .param("model", bot.model())
                .param("allowed_origins", bot.allowedOrigins())
                .param("privacy_policy_url", bot.privacyPolicyUrl())
                .param("greeting", widget.greeting())
                .param("suggested_questions", widget.suggestedQuestions())
                .param("accent_colour", widget.accentColour())
                .param("launcher_position", widget.launcherPosition())
                .param("theme", widget.theme())
                .param("text_names", names)
                .param("text_values", names.stream().map(widget.texts()::get).toList())
                .param("updated_at", bot.updatedAt())
                .update();
    }

    private static Bot read(ResultSet row, int number) throws SQLException {
        return new Bot(
                new Bot.Id(row.getObject("id", UUID.class)),
                row.getString("name"),
                new PublicKey(row.getString("public_key")),
                row.getString("instructions"),
                row.getString("language"),
                row.getDouble("threshold"),
                Provider.valueOf(row.getString("provider")),
                row.getString("model"),
                strings(row.getArray("allowed_origins")),
                row.getString("privacy_policy_url"),
                look(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static WidgetLook look(ResultSet row) throws SQLException {
        return new WidgetLook(
                row.getString("greeting"),
                strings(row.getArray("suggested_questions")),
                row.getString("accent_colour"),
                WidgetLook.LauncherPosition.valueOf(row.getString("launcher_position")),
                WidgetLook.Theme.valueOf(row.getString("theme")),
                texts(strings(row.getArray("text_names")), strings(row.getArray("text_values"))));
    }

    private static Map<String, String> texts(List<String> names, List<String> values) {
        var texts = new HashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            texts.put(names.get(i), values.get(i));
        }
        return texts;
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
