package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.retention.Ending;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.RetentionRules;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.TarosTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P-29: of conversations that are made anonymous sums stay, and in the end none about few. */
@TarosTest
class LanguageMonthsTest {
    private static final Instant IN_MAY = Instant.parse("2026-05-20T00:00:00Z");
    private static final Instant IN_JUNE = Instant.parse("2026-06-02T00:00:00Z");
    private static final int MANY = 500;

    private final LanguageMonths months;
    private final RetentionRule rule;
    private final CrossOrganization everything;
    private final Tenants tenants;
    private final Bots bots;
    private OrganizationId acme;
    private Bot bot;

    LanguageMonthsTest(
            LanguageMonths months,
            RetentionRules rules,
            CrossOrganization everything,
            Tenants tenants,
            Bots bots) {
        this.months = months;
        this.rule =
                rules.all().stream()
                        .filter(known -> known.name().equals("conversations"))
                        .findFirst()
                        .orElseThrow()
                        .ending(Ending.ANONYMISATION);
        this.everything = everything;
        this.tenants = tenants;
        this.bots = bots;
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme").organization();
        bot = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin")));
    }

    @Test
    void countHowConversationsEnded() {
        talked("2026-05-03", "da", 5, "ANSWERED");
        talked("2026-05-04", "da", 2, "UNANSWERED");
        talked("2026-05-05", "da", 1, "HANDOVER");

        removeAll(IN_JUNE);

        assertThat(list())
                .containsExactly(
                        new LanguageMonths.Sums(LocalDate.of(2026, 5, 1), "da", 8, 5, 2, 1));
        assertThat(stored()).containsExactly("da 8 {0,0,0,0,0,0,0,0,0,8}");
        assertThat(count("conversation")).isZero();
        assertThat(count("message")).isZero();
    }

    @Test
    void putLanguagesOfFewTogether() {
        talked("2026-05-03", "da", 7, "ANSWERED");
        talked("2026-05-03", "sv", 3, "ANSWERED");
        talked("2026-05-04", "fi", 2, "ANSWERED");

        removeAll(IN_JUNE);

        assertThat(list())
                .extracting(LanguageMonths.Sums::language, LanguageMonths.Sums::conversations)
                .containsExactly(tuple("da", 7), tuple("", 5));
    }

    /** What is missing from a known total would tell of the few. */
    @Test
    void hideFewAmongTheNextSmallest() {
        talked("2026-05-03", "da", 9, "ANSWERED");
        talked("2026-05-03", "de", 6, "ANSWERED");
        talked("2026-05-03", "sv", 1, "UNANSWERED");

        removeAll(IN_JUNE);

        assertThat(list())
                .extracting(LanguageMonths.Sums::language, LanguageMonths.Sums::conversations)
                .containsExactlyInAnyOrder(tuple("da", 9), tuple("", 7));
    }

    @Test
    void keepNothingOfFewInAll() {
        talked("2026-05-03", "da", 3, "ANSWERED");
        talked("2026-05-03", "sv", 1, "ANSWERED");

        removeAll(IN_JUNE);

        assertThat(stored()).isEmpty();
    }

    /** As long as the month goes on, and with what was held and comes a year later. */
    @Test
    void waitForTheEndOfTheMonthAndForLatecomers() {
        talked("2026-05-03", "sv", 2, "ANSWERED");
        removeAll(IN_MAY);
        assertThat(list()).as("too few to show").isEmpty();
        assertThat(stored()).hasSize(1);

        talked("2026-05-19", "sv", 3, "ANSWERED");
        removeAll(IN_JUNE);
        assertThat(stored()).containsExactly("sv 5 {0,0,0,0,0,0,0,0,0,5}");

        talked("2026-05-19", "da", 1, "ANSWERED");
        removeAll(Instant.parse("2027-06-02T00:00:00Z"));
        assertThat(stored()).containsExactly(" 6 {0,0,0,0,0,0,0,0,0,6}");
    }

    @Test
    void areOfOneOrganization() {
        talked("2026-05-03", "da", 7, "ANSWERED");
        removeAll(IN_JUNE);

        var other = tenants.open("Other").organization();
        assertThat(Tenancy.callAs(other, () -> months.list(bot.id()))).isEmpty();
    }

    private void removeAll(Instant before) {
        Tenancy.runAs(
                acme,
                () -> {
                    while (!rule.remove(before, MANY).isEmpty()) {
                        // The next batch.
                    }
                });
    }

    private void talked(String day, String language, int times, String outcome) {
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                with chat as (
                                    insert into conversation (organization_id, id, bot_id, token_hash, state, state_since, language,
                                        created_at, last_message_at)
                                    select organization_id, gen_random_uuid(), id, sha256('x'), 'BOT', now(), :language, now(),
                                        :day::timestamp at time zone 'UTC'
                                    from bot, generate_series(1, :times) returning *
                                )
                                insert into message (organization_id, id, conversation_id, sequence, role, sealed_text, outcome,
                                    reliability, created_at)
                                select organization_id, gen_random_uuid(), id, 1, 'BOT', 'x', :outcome, 1, now() from chat
                                """)
                        .param("language", language)
                        .param("day", day)
                        .param("times", times)
                        .param("outcome", outcome)
                        .update());
    }

    private List<LanguageMonths.Sums> list() {
        return Tenancy.callAs(acme, () -> months.list(bot.id()));
    }

    private List<String> stored() {
        return everything.inTransaction(jdbc ->
                jdbc.sql(
                                "select language || ' ' || conversations || ' ' || score_bins::text from language_month order by 1")
                        .query(String.class)
                        .list());
    }

    private long count(String table) {
        return everything.inTransaction(
                jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }
}
