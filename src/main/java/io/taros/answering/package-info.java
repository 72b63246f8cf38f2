/**
 * From a question to an answer, or to the honest word that there is none.
 *
 * <p>{@link io.taros.answering.Answering} is the whole pipeline, top to bottom: make the question
 * standalone, retrieve, compose ({@code Exact}, {@code Model}, {@code Quote}, each falling back to
 * the next), check every sentence against what it cites, score, decide. Its words: a
 * <em>composer</em> writes a draft, <em>support</em> is how far a sentence follows from the
 * passages it cites, <em>reliability</em> is the probability that the answer is right and
 * supported, a <em>trace</em> tells why.
 *
 * <p>The pipeline knows no HTTP server: history comes in as data, text goes out through an {@link
 * io.taros.answering.AnswerSink}, and it refuses to run inside a transaction because a model may
 * take its time. What it reads of the database beside passages is one small row: the bot's
 * <em>calibration</em>, drawn from its <em>judged answers</em>, of which {@link
 * io.taros.answering.JudgedAnswers} is told by whoever learns whether an answer was right. Of those
 * it keeps no words, no visitor and no conversation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "bot", "search"})
package io.taros.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
