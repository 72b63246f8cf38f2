package io.taros.block;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.platform.audit.Audit;
import io.taros.platform.fetch.Cidr;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may not write to the bound organization's bots. What a member decides who is limited to some
 * of them holds at these; what holds elsewhere, too, is not theirs to lift.
 */
@Repository
public class Blocks {
    private static final int MOST_RANGES = 200;
    private static final int SHOWN = 500;

    private final JdbcClient jdbc;
    private final BlockMarks marks;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Blocks(
            JdbcClient jdbc,
            BlockMarks marks,
            Ids ids,
            InstantSource clock,
            Audit audit,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
    }

    private record Row(
            Block.Id id,
            String label,
            Block.Reason reason,
            @Nullable String range,
            Account.@Nullable Id by,
            Instant since,
            @Nullable Instant until,
            @Nullable List<UUID> bots,
            boolean isLiftable,
            String kinds) {
        Block block() {
            return new Block(
                    id,
                    label,
                    reason,
                    range,
                    by,
                    since,
                    until,
                    bots == null ? List.of() : bots.stream().map(Bot.Id::new).toList(),
                    isLiftable,
                    Arrays.stream(kinds.split(","))
                            .filter(kind -> !kind.isEmpty())
                            .map(Trait.Kind::valueOf)
                            .collect(Collectors.toSet()));
        }
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Block> list() {
        return jdbc
                .sql(
                        """
                        select id, label, reason, address_range as range, blocked_by as by, created_at as since, until, bots,
                            taros_bots() is null or coalesce(bots <@ taros_bots(), false) as is_liftable,
                            coalesce((select string_agg(distinct kind, ',') from visitor_block_mark m where m.block_id = b.id), '') as kinds
                        from visitor_block b where until is null or until > :now
                        order by created_at desc, id desc limit :most
                        """)
                .param("now", clock.instant())
                .param("most", SHOWN)
                .query(Row.class)
                .stream()
                .map(Objects::requireNonNull)
                .map(Row::block)
                .toList();
    }

    /**
     * @param learnsAddress whether where they come from counts, too, once they come again
     */
    public Block.Id add(
            Block.Decision decision,
            Collection<Trait> traits,
            boolean learnsAddress,
            Account.@Nullable Id by) {
        var id = new Block.Id(ids.next());
        transactions.executeWithoutResult(status -> insert(id, decision, null, learnsAddress, by));
        traits.forEach(trait -> marks.add(id, trait));
        return id;
    }

    @Transactional
    public Block.Id add(Block.Decision decision, Cidr range, Account.@Nullable Id by) {
        var present =
                jdbc.sql("select count(*) from visitor_block where address_range is not null")
                        .query(Integer.class)
                        .single();
        if (present >= MOST_RANGES) {
            throw new Conflict("block.input.many", MOST_RANGES);
        }
        var id = new Block.Id(ids.next());
        insert(id, decision, range.text(), false, by);
        return id;
    }

    private void insert(
            Block.Id id,
            Block.Decision decision,
            @Nullable String range,
            boolean learnsAddress,
            Account.@Nullable Id by) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into visitor_block (organization_id, id, label, reason, address_range, learns_address, blocked_by, created_at, until, bots)
                        values (:organization, :id, :label, :reason, :range, :learns, :by, :now, :until, taros_bots())
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("label", decision.label())
                .param("reason", decision.reason())
                .param("range", range)
                .param("learns", learnsAddress)
                .param("by", by)
                .param("now", now)
                .param("until", decision.length().after(now))
                .update();
        audit.record(BlockAction.BLOCKED, id);
    }

    /**
     * @throws NotFound for what is not there, and for what holds at bots the caller does not see
     */
    @Transactional
    public void lift(Block.Id id) {
        var gone =
                jdbc.sql(
                                """
                                delete from visitor_block where id = :id and (taros_bots() is null or bots <@ taros_bots())
                                """)
                        .param("id", id)
                        .update();
        if (gone == 0) {
            throw new NotFound();
        }
        audit.record(BlockAction.LIFTED, id);
    }

    /** Few organizations block anybody; only theirs are asked more. */
    @Transactional(readOnly = true)
    public boolean isAnybodyBlocked() {
        return jdbc.sql(
                        "select exists (select from visitor_block where until is null or until > :now)")
                .param("now", clock.instant())
                .query(Boolean.class)
                .single();
    }

    private record Met(Block.Id id, @Nullable String range, boolean learnsAddress) {
        boolean isMetBy(@Nullable InetAddress address) {
            return range == null || (address != null && Cidr.of(range).contains(address));
        }
    }

    /** Whether somebody is blocked who does not come over the web. */
    public boolean isBlocked(Bot.Id bot, Trait trait) {
        return !met(bot, marks.allOf(List.of(trait)), null).isEmpty();
    }

    /**
     * Whether somebody is blocked; where they come from is learned then.
     *
     * @param traits of theirs
     * @param from where they come from, as a trait and as it is
     */
    public boolean isBlocked(
            Bot.Id bot, Collection<Trait> traits, Trait from, InetAddress address) {
        var looked = new ArrayList<>(traits);
        looked.add(from);
        var met = met(bot, marks.allOf(looked), address);
        met.stream().filter(Met::learnsAddress).forEach(block -> marks.add(block.id(), from));
        return !met.isEmpty();
    }

    private List<Met> met(Bot.Id bot, List<byte[]> hashes, @Nullable InetAddress address) {
        return transactions
                .execute(status ->
                        jdbc.sql(
                                        """
                                        select id, address_range as range, learns_address from visitor_block b
                                        where (until is null or until > :now) and (bots is null or :bot = any(bots))
                                          and (address_range is not null or exists (
                                              select from visitor_block_mark m where m.block_id = b.id and m.mark = any(:hashes)))
                                        """)
                                .param("now", clock.instant())
                                .param("bot", bot)
                                .param("hashes", hashes)
                                .query(Met.class)
                                .list())
                .stream()
                .filter(block -> block.isMetBy(address))
                .toList();
    }
}
