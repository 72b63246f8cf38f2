package io.taros.golden;

import io.taros.platform.crypto.OrganizationKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Closes and opens what people wrote and what a bot said to it. Every seal names its row. Closing
 * comes before a transaction: the first use of a key reads it in one of its own.
 */
@Component
class GoldenSeal {
    private final OrganizationKeys keys;
    private final JsonMapper json;

    GoldenSeal(OrganizationKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    SealedQuestion close(GoldenQuestion question) {
        return new SealedQuestion(
                question.id(),
                question.bot(),
                close(question.content(), contentOf(question.id())),
                question.createdAt());
    }

    GoldenQuestion open(SealedQuestion sealed) {
        return new GoldenQuestion(
                sealed.id(),
                sealed.botId(),
                open(sealed.sealedContent(), contentOf(sealed.id()), NewGoldenQuestion.class),
                sealed.createdAt());
    }

    byte[] closeAsked(GoldenRun.Id run, GoldenQuestion question) {
        return close(question.content(), askedIn(run, question.id()));
    }

    byte[] closeGrading(GoldenRun.Id run, GoldenQuestion.Id question, Grading grading) {
        return close(grading, gradingIn(run, question));
    }

    GoldenResult open(SealedResult sealed) {
        var run = sealed.runId();
        var question = sealed.questionId();
        var asked = open(sealed.sealedQuestion(), askedIn(run, question), NewGoldenQuestion.class);
        if (sealed.verdict() == null || sealed.sealedGrading() == null) {
            return new GoldenResult(question, asked, GoldenResult.Verdict.WAITING, null, List.of());
        }
        var grading = grading(sealed).orElseThrow();
        return new GoldenResult(
                question, asked, sealed.verdict(), grading.answer(), grading.failures());
    }

    /** None before it was asked. */
    Optional<Grading> grading(SealedResult sealed) {
        var place = gradingIn(sealed.runId(), sealed.questionId());
        return Optional.ofNullable(sealed.sealedGrading())
                .map(bytes -> open(bytes, place, Grading.class));
    }

    private byte[] close(Object content, String context) {
        return keys.encrypt(json.writeValueAsBytes(content), context);
    }

    private <T> T open(byte[] sealed, String context, Class<T> type) {
        var plain = keys.decrypt(sealed, context);
        return json.readValue(new String(plain, StandardCharsets.UTF_8), type);
    }

    private static String contentOf(GoldenQuestion.Id id) {
        return "golden_question.content:" + id.value();
    }

    private static String askedIn(GoldenRun.Id run, GoldenQuestion.Id question) {
        return "golden_result.question:" + run.value() + "/" + question.value();
    }

    private static String gradingIn(GoldenRun.Id run, GoldenQuestion.Id question) {
        return "golden_result.grading:" + run.value() + "/" + question.value();
    }
}
