/**
 * Tells members by mail and in their browsers what concerns them while their inbox is closed.
 *
 * <p>Its words: an <em>occasion</em> is what happened; a <em>nudge</em> is one occasion that one
 * member is still to be told of; their <em>wishes</em> say which, how and when; a <em>device</em>
 * is a browser that one of them wants to be told in. A mail says what happened and leads to the
 * inbox: no word of what was said, and nobody's name.
 *
 * <p>It tells nobody what they may not see, which it asks once more when it is told, and no more
 * than one mail in five minutes.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "organization",
            "bot",
            "conversation",
            "inbox"
        })
package io.taros.nudge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
