/**
 * What is about to change about a bot, kept from visitors until somebody publishes it.
 *
 * <p>Its words: a <em>draft</em> is the published bot with other answering settings, with sources
 * that come and without sources that leave; it is asked like a bot. Where a bot is <em>gated</em>,
 * every such change goes into its draft, and a <em>publication</em> takes a run of all golden
 * questions on exactly this state of the draft in which every one passed. An <em>obstacle</em> is
 * why it cannot be published now.
 *
 * <p>It holds none of what waits: settings wait in {@code bot}, sources in {@code knowledge}. It
 * refuses to publish half of a draft, and to delay a deletion.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "bot",
            "knowledge",
            "golden",
            "golden :: report",
            "search"
        })
package io.taros.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
