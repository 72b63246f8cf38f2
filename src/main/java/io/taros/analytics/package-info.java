/**
 * What a bot's days came to: how it decided, how reliable it was, how long people spoke with it.
 *
 * <p>Its words: a <em>day</em> is one day of one bot in UTC, kept as sums; a <em>session</em> is
 * what one visitor and the bot say to each other on one day, without pauses of more than half an
 * hour; a day with fewer than five conversations is <em>withheld</em>, because sums over so few
 * would tell of somebody; a <em>cut</em> tells conversations of whole weeks apart by what they have
 * in common, a <em>tally</em> is what those came to.
 *
 * <p>It counts in the transaction that stores a reply, so each is counted once, and keeps nothing
 * that was said and nobody who said it. It refuses to tell anything about single conversations:
 * those are {@code conversation}'s. Nobody depends on it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "bot", "answering", "conversation", "partner"})
package io.taros.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
