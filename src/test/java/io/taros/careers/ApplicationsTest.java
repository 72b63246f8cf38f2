package io.taros.careers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.erasure.Erasure;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.erasure.ReplayErasures;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.web.NotFound;
import io.taros.testing.RetentionDays;
import io.taros.testing.Tables;
import io.taros.testing.TarosTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P-12, P-33: an application ends with the decision, unless the applicant wants it otherwise. */
@TarosTest
class ApplicationsTest {
    private static final String CANARY = "qzvapplicantheron";

    private final Applications applications;
    private final RetentionDays days;
    private final Tables tables;
    private final CrossOrganization everything;
    private final ErasureJournal journal;
    private final ReplayErasures erasures;

    ApplicationsTest(
            Applications applications,
            RetentionDays days,
            Tables tables,
            CrossOrganization everything,
            ErasureJournal journal,
            ReplayErasures erasures) {
        this.applications = applications;
        this.days = days;
        this.tables = tables;
        this.everything = everything;
        this.journal = journal;
        this.erasures = erasures;
    }

    @Test
    void liesUnderSeal() {
        var id = apply();

        var found = applications.find(id).orElseThrow();
        assertThat(found.name()).isEqualTo(CANARY + " Lund");
        assertThat(found.contact()).contains(CANARY);
        assertThat(new String(found.cv(), StandardCharsets.UTF_8)).contains(CANARY);
        assertThat(found.references()).contains(CANARY);
        assertThat(tables.with(CANARY)).isEmpty();
        assertThat(tables.with(id.value().toString())).containsExactly("job_application");
    }

    @Test
    void isDeletedAtOnceOnRejection() {
        var id = apply();
        var stays = apply();

        applications.decide(id, Outcome.EXPERIENCE);

        assertThat(applications.find(id)).isEmpty();
        assertThat(applications.find(stays)).isPresent();
        assertThat(tables.with(id.value().toString())).isEmpty();
        assertThat(outcomes()).containsExactly("Skipper " + today() + " EXPERIENCE");
        assertThatThrownBy(() -> applications.decide(id, Outcome.OTHER))
                .isInstanceOf(NotFound.class);
        assertThat(outcomes()).hasSize(1);
    }

    @Test
    void isErasedAgainWhereABackupBringsItBack() {
        var decided = apply();
        applications.decide(decided, Outcome.EXPERIENCE);
        var withdrawn = apply();
        applications.consent(withdrawn);
        applications.decide(withdrawn, Outcome.EXPERIENCE);
        applications.withdrawConsent(withdrawn);
        var back = apply();

        assertThat(journal.read())
                .filteredOn(line -> line.kind().equals("application"))
                .extracting(Erasure::id)
                .contains(decided.value(), withdrawn.value())
                .doesNotContain(back.value());
        var gone =
                erasures.replay(
                        List.of(new Erasure(Instant.EPOCH, "application", null, back.value())));

        assertThat(gone).containsExactly(java.util.Map.entry("application", 1));
        assertThat(applications.find(back)).isEmpty();
    }

    /** Nothing in what remains tells whose it was: no id of theirs, no moment. */
    @Test
    void leavesARecordThatLeadsToNobody() {
        applications.decide(apply(), Outcome.LANGUAGE);

        var columns =
                everything.inTransaction(jdbc ->
                        jdbc.sql(
                                        """
                                        select column_name || ' ' || data_type from information_schema.columns
                                        where table_name = 'application_outcome' order by 1
                                        """)
                                .query(String.class)
                                .list());
        assertThat(columns)
                .containsExactly("decided_on date", "id uuid", "job text", "reason text");
        var version =
                everything.inTransaction(jdbc ->
                        jdbc.sql("select uuid_extract_version(id) from application_outcome")
                                .query(Integer.class)
                                .single());
        assertThat(version).as("random, and so no moment").isEqualTo(4);
    }

    @Test
    void isKeptForTwelveMonthsAfterAYes() {
        var id = apply();
        applications.consent(id);

        applications.decide(id, Outcome.POSITION_FILLED);

        var kept = applications.find(id).orElseThrow();
        assertThat(kept.rejectedAt()).isNotNull();
        assertThat(kept.endsAt())
                .isEqualTo(kept.consentedAt().atOffset(ZoneOffset.UTC).plusMonths(12).toInstant());
        assertThat(outcomes()).containsExactly("Skipper " + today() + " POSITION_FILLED");
        endsAt(id, "2028-02-29T12:00:00Z");
        days.come("2028-02-29");
        assertThat(applications.find(id)).as("the day before").isPresent();
        days.come("2028-03-01");
        assertThat(applications.find(id)).isEmpty();
        assertThat(outcomes()).as("it was decided already").hasSize(1);
    }

    @Test
    void isKeptNoLongerThanTheYesReaches() {
        var id = apply();
        applications.consent(id);
        sql("update job_application set consented_at = now() - interval '13 months'");

        applications.decide(id, Outcome.QUALIFICATIONS);

        assertThat(applications.find(id)).isEmpty();
    }

    @Test
    void goesAtOnceWhenTheYesIsTakenBack() {
        var decided = apply();
        applications.consent(decided);
        applications.decide(decided, Outcome.OTHER);
        var open = apply();
        applications.consent(open);

        applications.withdrawConsent(decided);
        applications.withdrawConsent(open);

        assertThat(applications.find(decided)).isEmpty();
        assertThat(applications.find(open)).as("nobody has decided").isPresent();
        applications.decide(open, Outcome.OTHER);
        assertThat(applications.find(open)).isEmpty();
    }

    /** Whoever is hired or withdraws said yes to being considered, and that is over. */
    @Test
    void isDeletedWhenItIsNoRejectionWhateverWasAgreed() {
        for (var outcome : List.of(Outcome.HIRED, Outcome.WITHDRAWN)) {
            var id = apply();
            applications.consent(id);
            applications.decide(id, outcome);
            assertThat(applications.find(id)).as(outcome.name()).isEmpty();
        }
    }

    @Test
    void takesNoYesOfSomebodyRejected() {
        var id = apply();
        applications.consent(id);
        applications.decide(id, Outcome.OTHER);

        assertThatThrownBy(() -> applications.consent(id)).isInstanceOf(NotFound.class);
    }

    @Test
    void endsAfterAYearInWhichNobodyDecided() {
        var id = apply();
        endsAt(id, "2028-02-29T12:00:00Z");

        days.come("2028-02-29");
        assertThat(applications.find(id)).as("the day before").isPresent();
        days.come("2028-03-01");

        assertThat(applications.find(id)).isEmpty();
        assertThat(outcomes()).containsExactly("Skipper 2028-02-29 UNDECIDED");
    }

    private Application.Id apply() {
        return applications.add(
                new NewApplication(
                        "Skipper",
                        CANARY + " Lund",
                        CANARY + "@tidewater.example",
                        (CANARY + " sailed for years").getBytes(StandardCharsets.UTF_8),
                        "Ask " + CANARY));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    }

    private void endsAt(Application.Id id, String moment) {
        sql(
                "update job_application set ends_at = '%s' where id = '%s'"
                        .formatted(moment, id.value()));
    }

    private List<String> outcomes() {
        return everything.inTransaction(jdbc ->
                jdbc.sql(
                                "select job || ' ' || decided_on || ' ' || reason from application_outcome")
                        .query(String.class)
                        .list());
    }

    private void sql(String statement) {
        everything.inTransaction(jdbc -> jdbc.sql(statement).update());
    }
}
