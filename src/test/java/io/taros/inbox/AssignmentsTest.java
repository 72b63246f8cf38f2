package io.taros.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.AskForPerson;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.NewConversation;
import io.taros.organization.Members;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Eventually;
import io.taros.testing.TarosTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is given what is handed over. */
@TarosTest
class AssignmentsTest {
    private final Tenants tenants;
    private final Members members;
    private final Bots bots;
    private final Conversations conversations;
    private final AskForPerson ask;
    private final Assignments assignments;
    private final Presence presence;
    private Tenants.Tenant acme;
    private Bot.Id bot;
    private Account.Id agent;

    AssignmentsTest(
            Tenants tenants,
            Members members,
            Bots bots,
            Conversations conversations,
            AskForPerson ask,
            Assignments assignments,
            Presence presence) {
        this.tenants = tenants;
        this.members = members;
        this.bots = bots;
        this.conversations = conversations;
        this.ask = ask;
        this.assignments = assignments;
        this.presence = presence;
    }

    @BeforeEach
    void twoWhoMayReplyAndOneWhoMayNot() {
        acme = tenants.open("Acme");
        tenants.member(acme.organization(), Role.AGENT);
        tenants.member(acme.organization(), Role.ANALYST);
        as(() -> {
            bot = bots.add(BotSettings.named("Robin")).id();
            agent =
                    members.list().stream()
                            .filter(member -> member.role().common() == Role.AGENT)
                            .findFirst()
                            .orElseThrow()
                            .accountId();
        });
    }

    private void as(Runnable work) {
        Tenancy.runAs(acme.organization(), work);
    }

    private Conversation.Id handOver() {
        var id = conversations.open(new NewConversation(bot, "en", null, null, null, null)).id();
        ask.ask(id);
        return id;
    }

    private void everybodyIsThere() {
        members.list().forEach(member -> presence.see(member.accountId()));
    }

    private List<Account.Id> given(int times) {
        var given = new ArrayList<Account.Id>();
        for (int one = 0; one < times; one++) {
            var id = handOver();
            Eventually.eventually(() -> assertThat(conversations.get(id).assignee()).isNotNull());
            given.add(conversations.get(id).assignee());
        }
        return given;
    }

    @Test
    void goesRoundThoseWhoAreThereAndMayReply() {
        as(() -> {
            everybodyIsThere();
            assignments.choose(Assignment.ROUND_ROBIN);
            var given = given(4);
            assertThat(given).containsOnly(acme.owner(), agent);
            assertThat(given.get(0)).isNotEqualTo(given.get(1)).isEqualTo(given.get(2));
            assertThat(given.get(1)).isEqualTo(given.get(3));
        });
    }

    @Test
    void goesToWhoeverSeesToTheFewest() {
        as(() -> {
            presence.see(agent);
            assignments.choose(Assignment.LEAST_BUSY);
            assertThat(given(2)).containsOnly(agent);
            everybodyIsThere();
            assertThat(given(2)).containsOnly(acme.owner());
        });
    }

    @Test
    void isLeftAloneWhereNobodyIsThereOrPeopleChooseThemselves() {
        as(() -> {
            assignments.choose(Assignment.ROUND_ROBIN);
            everybodyIsThere();
            members.list().forEach(member -> presence.away(member.accountId(), true));
            var unseen = handOver();
            assignments.handle(new AssignWaiting(acme.organization(), unseen));
            assertThat(conversations.get(unseen).assignee()).isNull();

            assignments.choose(Assignment.MANUAL);
            members.list().forEach(member -> presence.away(member.accountId(), false));
            var manual = handOver();
            assignments.handle(new AssignWaiting(acme.organization(), manual));
            assertThat(conversations.get(manual).assignee()).isNull();
        });
    }
}
