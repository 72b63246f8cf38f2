/**
 * The visitor channel: what a website's script may call with a bot's public key, the files of that
 * script, and the full-page chat.
 *
 * <p>Its words: the <em>door</em> lets in requests whose key names a bot and whose origin the bot's
 * owner listed; a <em>visit</em> is a request with the token of its conversation; a <em>stream</em>
 * is an open line on which a visitor follows the conversation. Everything that does not fit
 * together is not found, and looks the same as what never existed.
 *
 * <p>It keeps no state of its own beyond open lines, sets no cookie, and refuses to take an origin
 * for an identity: scripts can forge it, so limits carry the load.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "account :: web",
            "attachment",
            "organization",
            "block",
            "bot",
            "ceiling",
            "conversation",
            "lead",
            "search"
        })
package io.taros.widget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
