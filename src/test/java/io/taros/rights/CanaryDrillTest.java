package io.taros.rights;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditCheck;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * P-31, P-39, P-40: the same person in two organizations; erased in one, untouched in the other.
 */
@TarosTest
class CanaryDrillTest {
    private static final String HERE = "zanzibarfugl";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String THERE = "kongepingvin";

    private final Tenants tenants;
    private final Canary canary;
    private final Remains remains;
    private final Audit audit;
    private final AuditCheck check;
    private final Browser owner;
    private Tenant acme;
    private Tenant other;
    private Canary.Planted here;
    private Canary.Planted there;

    CanaryDrillTest(
            Tenants tenants,
            Canary canary,
            Remains remains,
            Audit audit,
            AuditCheck check,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.canary = canary;
        this.remains = remains;
        this.audit = audit;
        this.check = check;
        owner = new Browser(port);
    }

    @BeforeEach
    void plant() {
        acme = tenants.open("Acme");
        other = tenants.open("Other");
        here = canary.plant(acme, owner.at("/"), HERE);
        there = canary.plant(other, owner.at("/"), THERE);
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/home");
    }

    @Test
    void erasesAPersonEverywhereInOneOrganizationAndNowhereInAnother() throws IOException {
        var ofHere = List.of(HERE, here.conversation().value().toString());
        assertThat(remains.tables(ofHere))
                .as("planted in the clear, where things are in the clear")
                .contains("conversation", "lead", "passage", "question_answer", "scheduled_tasks");
        assertThat(remains.isInFiles(acme, List.of(HERE))).isTrue();
        var untouched = remains.counts(other);

        var request = erase(Canary.EMAIL);

        assertThat(remains.tables(ofHere))
                .as("ids in the audit log name nobody")
                .isSubsetOf("audit_entry");
        assertThat(remains.tables(List.of(HERE))).isEmpty();
        assertThat(remains.sealed(acme))
                .as("what is sealed and not opened below")
                .isSubsetOf(
                        "idempotency_key.sealed_body",
                        "organization_key.sealed_keyset",
                        "organization_key.sealed_index");
        assertThat(remains.answers(acme))
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).doesNotContain(HERE, Canary.EMAIL));
        eventually(() -> assertThat(remains.isInFiles(acme, List.of(HERE))).isFalse());
        assertThat(receiptOf(request).path("found").isEmpty()).isTrue();
        assertThat(receiptOf(request).path("searched").asInt()).isGreaterThan(30);
        assertThat(receiptOf(request).path("rows").propertyNames())
                .contains(
                        "conversation",
                        "message",
                        "lead",
                        "visitor_identity",
                        "rating",
                        "golden_question",
                        "golden_result",
                        "improvement",
                        "source",
                        "idempotency_key",
                        "scheduled_tasks");
        assertThat(remains.counts(other)).isEqualTo(untouched);
        assertThat(there.visitor().call("GET", "/export", "").body())
                .contains(THERE, Canary.EMAIL, "Sad " + THERE, "Call " + THERE);
        assertThat(remains.isInFiles(other, List.of(THERE))).isTrue();
    }

    @Test
    void leavesAReceiptThatNamesNobody() {
        var request = erase(Canary.EMAIL);

        var entries = Tenancy.callAs(acme.organization(), () -> audit.latest(50));
        assertThat(entries)
                .extracting(entry -> entry.action())
                .contains(
                        "data-subject-request.opened",
                        "data-subject-request.erasure-begun",
                        "data-subject-request.erased",
                        "data-subject-request.searched",
                        "data-subject-request.closed");
        assertThat(entries)
                .filteredOn(entry -> entry.action().startsWith("data-subject-request"))
                .allSatisfy(entry ->
                        assertThat(String.valueOf(entry.detail()))
                                .doesNotContain(HERE, Canary.EMAIL, "canary"));
        assertThat(Tenancy.callAs(acme.organization(), check::run).isWhole()).isTrue();
        assertThat(api().get("/data-subject-requests/" + request).text())
                .contains("\"outcome\":\"done\"")
                .doesNotContain(HERE, Canary.EMAIL);
        assertThat(owner.get("/settings/data-subject-requests/" + request).body())
                .contains("found nowhere", "Receipt of the erasure")
                .doesNotContain(HERE, Canary.EMAIL);
    }

    /**
     * By the conversation alone: what the organization wrote for everybody, and repeated answers of
     * its programs for a day, are its own until somebody there has looked.
     */
    @Test
    void leavesNothingOfTheConversationWhenTheVisitorDeletes() throws IOException {
        var untouched = remains.counts(other);

        assertThat(here.visitor().call("DELETE", "", "").statusCode()).isEqualTo(204);

        assertThat(remains.tables(List.of(HERE)))
                .isSubsetOf("passage", "question_answer", "source", "document", "scheduled_tasks");
        assertThat(remains.tables(List.of(here.conversation().value().toString())))
                .isSubsetOf("audit_entry");
        assertThat(remains.sealed(acme))
                .isSubsetOf(
                        "golden_question.sealed_content",
                        "golden_result.sealed_question",
                        "golden_result.sealed_grading",
                        "idempotency_key.sealed_body",
                        "organization_key.sealed_keyset",
                        "organization_key.sealed_index");
        assertThat(remains.counts(other)).isEqualTo(untouched);
        assertThat(owner.get("/settings/data-subject-requests").body())
                .contains("Chats deleted</dt><dd>1</dd>");
    }

    private RestCaller api() {
        return new RestCaller(owner.at("").toString(), acme.apiKey());
    }

    private tools.jackson.databind.JsonNode receiptOf(String request) {
        return api().get("/data-subject-requests/" + request).json().path("receipt");
    }

    /** A copy waits to be fetched meanwhile. */
    private String erase(String email) {
        var opened =
                api().post(
                                "/data-subject-requests",
                                Map.of("kind", "erasure", "by", "email", "value", email));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        var request = opened.at("id");
        assertThat(api().post("/data-subject-requests/" + request + "/export", "{}").status())
                .isEqualTo(202);
        eventually(
                PATIENCE,
                PAUSE,
                () ->
                        assertThat(
                                        api().get("/data-subject-requests/" + request + "/export")
                                                .at("state"))
                                .isEqualTo("ready"));
        var begun =
                api().post(
                                "/data-subject-requests/" + request + "/erasure",
                                Map.of("confirm", email));
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        eventually(
                PATIENCE,
                PAUSE,
                () ->
                        assertThat(api().get("/data-subject-requests/" + request).at("state"))
                                .isEqualTo("closed"));
        return request;
    }
}
