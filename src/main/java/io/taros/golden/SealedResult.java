package io.taros.golden;

import org.jspecify.annotations.Nullable;

/** A result as it lies in the database. */
record SealedResult(
        GoldenRun.Id runId,
        GoldenQuestion.Id questionId,
        byte[] sealedQuestion,
        GoldenResult.@Nullable Verdict verdict,
        byte @Nullable [] sealedGrading) {}
