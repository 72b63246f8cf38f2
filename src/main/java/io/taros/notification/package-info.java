/**
 * Tells an organization's own chat or systems that something happened.
 *
 * <p>Its words: a <em>channel</em> is where it wants to hear of it (Slack, Microsoft Teams,
 * Discord, or a webhook of its own); a <em>delivery</em> is one notification to one channel, with
 * what came of it.
 *
 * <p>It tells ids, words of closed lists, which bot, and a link that whoever may read the
 * conversation can open: nothing that was said and nobody's name, unless a webhook of their own was
 * told to carry that.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "organization :: web",
            "bot",
            "ceiling",
            "conversation",
            "knowledge",
            "account"
        })
package io.taros.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
