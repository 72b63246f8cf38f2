/**
 * Measures how well the product answers: teaches a throw-away organization through the same door a
 * customer uses, asks it every question, and says in figures what came back.
 *
 * <p>Its words: a <em>row</em> is a line of an evaluation file, a <em>result</em> what became of
 * one question, <em>figures</em> what all results come to. It judges nothing by reading: what is
 * right is what the files say. Nobody depends on it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "bot", "knowledge", "search", "answering", "privacy"})
package io.taros.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
