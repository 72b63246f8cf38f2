package io.taros.search.remote;

import java.time.Duration;

/**
 * How long a provider is waited for.
 *
 * @param connection until there is one
 * @param question for all that a question sends
 * @param batch for one request of what is taught
 * @param firstPause after a failure; each further one is twice as long
 */
public record Patience(
        Duration connection, Duration question, Duration batch, Duration firstPause) {
    public static Patience of(Duration connection, Duration question) {
        return new Patience(connection, question, Duration.ofSeconds(30), Duration.ofSeconds(1));
    }
}
