package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.platform.crypto.BlindIndex;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** P-34, P-39: somebody is found by what they left, though nobody can read it in the rows. */
@TarosTest
class FindingContactsTest {
    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId globex = new OrganizationId(UUID.randomUUID());

    private final Bots bots;
    private final Conversations conversations;
    private final Leads leads;
    private final VisitorIdentities identities;
    private final KnownSubjects subjects;
    private final BlindIndex index;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    FindingContactsTest(
            Bots bots,
            Conversations conversations,
            Leads leads,
            VisitorIdentities identities,
            KnownSubjects subjects,
            BlindIndex index,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.bots = bots;
        this.conversations = conversations;
        this.leads = leads;
        this.identities = identities;
        this.subjects = subjects;
        this.index = index;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void findsByAddressHoweverItIsWritten() {
        Tenancy.runAs(
                acme,
                () -> {
                    var ada = begin();
                    leads.add(ada, Lead.Given.of(contact("Ada@Example.com", null)));
                    leads.add(begin(), Lead.Given.of(contact("bob@example.com", null)));

                    assertThat(leads.withEmail(" ada@EXAMPLE.com ")).containsExactly(ada);
                    assertThat(leads.withEmail("adam@example.com")).isEmpty();
                });
    }

    @Test
    void findsByNumberWithAndWithoutItsCountry() {
        Tenancy.runAs(
                acme,
                () -> {
                    var dane = begin();
                    leads.add(dane, Lead.Given.of(contact(null, "+45 12 34 56 78")));
                    var swede = begin();
                    leads.add(swede, Lead.Given.of(contact(null, "0046 12 34 56 78")));

                    assertThat(leads.withPhone("12345678")).containsExactlyInAnyOrder(dane, swede);
                    assertThat(leads.withPhone("0045-12345678")).containsExactly(dane);
                    assertThat(leads.withPhone("87654321")).isEmpty();
                });
    }

    @Test
    void findsWhomAWebsiteNamed() {
        Tenancy.runAs(
                acme,
                () -> {
                    var ada = begin();
                    identities.add(ada, new VisitorIdentity("user-1", null, "ada@example.com"));

                    assertThat(identities.withEmail("ADA@example.com")).containsExactly(ada);
                });
    }

    /** However many others there are: theirs are not even legible here. */
    @Test
    void findsByTheNameAWebsiteGaveAndOpensNobodyElses() {
        Tenancy.runAs(
                acme,
                () -> {
                    var ada = begin();
                    identities.add(ada, new VisitorIdentity("user-1", null, null));
                    var again = begin();
                    identities.add(again, new VisitorIdentity("user-1", null, null));
                    var bob = begin();
                    identities.add(bob, new VisitorIdentity("user-2", null, null));
                    sql(
                            "update visitor_identity set sealed_subject = '\\x00' where conversation_id = '%s'"
                                    .formatted(bob.value()));

                    assertThat(subjects.with(null, "user-1")).containsExactlyInAnyOrder(ada, again);
                    assertThat(subjects.with(bots.add(BotSettings.named("Wren")).id(), "user-1"))
                            .as("of another website")
                            .isEmpty();
                    assertThat(subjects.ofThoseIn(List.of(ada))).containsExactly(ada);
                });
    }

    /** Older than the hash: opened to be compared until the renewal of keys came by. */
    @Test
    void findsByANameThatHasNoHashYet() {
        Tenancy.runAs(
                acme,
                () -> {
                    var ada = begin();
                    identities.add(ada, new VisitorIdentity("user-1", null, null));
                    var bob = begin();
                    identities.add(bob, new VisitorIdentity("user-2", null, null));
                    sql("update visitor_identity set subject_index = null");

                    assertThat(subjects.with(null, "user-1")).containsExactly(ada);
                });
    }

    private void sql(String statement) {
        transactions.executeWithoutResult(status -> jdbc.sql(statement).update());
    }

    @Test
    void findsNobodyOfAnotherOrganization() {
        Tenancy.runAs(
                acme,
                () -> leads.add(begin(), Lead.Given.of(contact("ada@example.com", "12345678"))));

        Tenancy.runAs(
                globex,
                () -> {
                    assertThat(leads.withEmail("ada@example.com")).isEmpty();
                    assertThat(leads.withPhone("12345678")).isEmpty();
                });
    }

    /** Or one organization's rows would say whom another knows. */
    @Test
    void hashesTheSameDifferentlyInEachOrganization() {
        var here = Tenancy.callAs(acme, () -> index.of("email", "ada@example.com"));
        var there = Tenancy.callAs(globex, () -> index.of("email", "ada@example.com"));
        var again = Tenancy.callAs(acme, () -> index.of("email", "ada@example.com"));
        var asAnother = Tenancy.callAs(acme, () -> index.of("phone", "ada@example.com"));

        assertThat(here).isEqualTo(again).isNotEqualTo(there).isNotEqualTo(asAnother);
    }

    /** Keys made before there was an index get theirs when they are opened. */
    @Test
    void givesAnOlderKeyItsIndex() {
        Tenancy.runAs(
                acme,
                () -> {
                    index.of("email", "ada@example.com");
                    transactions.executeWithoutResult(status ->
                            jdbc.sql("update organization_key set sealed_index = null").update());

                    assertThat(index.allOf("email", "ada@example.com")).hasSize(1);
                    assertThat(index.allOf("email", "ada@example.com"))
                            .containsExactly(index.of("email", "ada@example.com"));
                });
    }

    private Conversation.Id begin() {
        var bot = bots.add(BotSettings.named("Robin"));
        return conversations.open(new NewConversation(bot.id(), "en", null, null, null, null)).id();
    }

    private static Lead.Contact contact(@Nullable String email, @Nullable String phone) {
        return new Lead.Contact(null, email, phone, null);
    }
}
