package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.NotFound;
import io.taros.search.KnowledgeTags;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * For whose questions sources are. Nothing of it is in the index: it is asked with every question,
 * and what is changed here holds from the next answer on, in a draft as well.
 */
@Repository
@Transactional
public class Audiences {
    private final JdbcClient jdbc;
    private final SourceRows sources;
    private final Bots bots;
    private final Audit audit;

    Audiences(JdbcClient jdbc, SourceRows sources, Bots bots, Audit audit) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.bots = bots;
        this.audit = audit;
    }

    /**
     * What is absent stays.
     *
     * @param bots all further bots that are to use it, of those that whoever wishes may see
     */
    public record Wish(@Nullable KnowledgeTags tags, @Nullable List<Bot.Id> bots) {
        public Wish {
            bots = bots == null ? null : List.copyOf(bots);
        }

        static Wish of(Source.Audience audience) {
            return new Wish(audience.tags(), audience.bots());
        }
    }

    /**
     * @throws NotFound where a bot is not the organization's, or may not be seen
     */
    public void change(Source.Id id, Wish wish) {
        Source source = sources.find(id).orElseThrow(NotFound::new);
        if (wish.tags() != null) {
            tag(source, wish.tags());
        }
        if (wish.bots() != null) {
            share(source, wish.bots());
        }
    }

    /** As {@link #change}, without the bots that may not be seen any more. */
    void restore(Source.Id id, Wish wish) {
        var bots = wish.bots();
        var seen = seen();
        change(
                id,
                new Wish(
                        wish.tags(),
                        bots == null ? null : bots.stream().filter(seen::contains).toList()));
    }

    /** Another takes the place of this one, also with bots that may not be seen. */
    void give(Source.Id from, Source.Id to) {
        Source source = sources.find(from).orElseThrow(NotFound::new);
        change(to, new Wish(source.audience().tags(), null));
        lendAlike(from, to);
    }

    /**
     * Another is used by the bots that use this one, too. The limit of a member hides which these
     * are, and is lifted for this statement alone; the audit log names them.
     */
    void lendAlike(Source.Id from, Source.Id to) {
        String limit =
                jdbc.sql("select coalesce(current_setting('taros.bots', true), '')")
                        .query(String.class)
                        .single();
        limitTo("");
        var lent =
                jdbc.sql(
                                """
                                insert into source_share (organization_id, source_id, bot_id)
                                select organization_id, :to, bot_id from source_share where source_id = :from
                                on conflict do nothing returning bot_id
                                """)
                        .param("from", from)
                        .param("to", to)
                        .query((row, _) -> new Bot.Id(row.getObject(1, UUID.class)))
                        .list();
        limitTo(limit);
        recordLent(to, lent);
    }

    private void limitTo(String bots) {
        jdbc.sql("select set_config('taros.bots', :bots, true)")
                .param("bots", bots)
                .query(String.class)
                .single();
    }

    private void tag(Source source, KnowledgeTags tags) {
        if (tags.equals(source.audience().tags())) {
            return;
        }
        jdbc.sql("update source set tags = :tags where id = :id")
                .param("tags", tags.values())
                .param("id", source.id())
                .update();
        audit.record(KnowledgeAction.SOURCE_CHANGED, source.id(), Map.of("changed", "tags"));
    }

    private void share(Source source, List<Bot.Id> wished) {
        Set<Bot.Id> after = new HashSet<>(wished);
        after.remove(source.bot());
        if (!seen().containsAll(after)) {
            throw new NotFound();
        }
        List<Bot.Id> before = source.audience().bots();
        lend(source, after.stream().filter(bot -> !before.contains(bot)).toList());
        withdraw(source, before.stream().filter(bot -> !after.contains(bot)).toList());
    }

    private Set<Bot.Id> seen() {
        return bots.list().stream().map(Bot::id).collect(Collectors.toSet());
    }

    private void lend(Source source, List<Bot.Id> to) {
        if (to.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into source_share (organization_id, source_id, bot_id)
                        select :organization, :source, bot from unnest(:bots::uuid[]) as b(bot) on conflict do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("source", source.id())
                .param("bots", to)
                .update();
        recordLent(source.id(), to);
    }

    private void recordLent(Source.Id source, List<Bot.Id> to) {
        if (!to.isEmpty()) {
            audit.record(KnowledgeAction.SOURCE_SHARED, source, Map.of("bots", named(to)));
        }
    }

    private void withdraw(Source source, List<Bot.Id> from) {
        if (from.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "delete from source_share where source_id = :source and bot_id = any(:bots::uuid[])")
                .param("source", source.id())
                .param("bots", from)
                .update();
        audit.record(KnowledgeAction.SOURCE_WITHDRAWN, source.id(), Map.of("bots", named(from)));
    }

    private static String named(Collection<Bot.Id> bots) {
        return bots.stream().map(bot -> bot.value().toString()).collect(Collectors.joining(", "));
    }
}
