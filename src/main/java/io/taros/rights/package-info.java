/**
 * What an organization owes to the people whose data it holds: to find somebody, show and hand over
 * what is held about them, put it right, erase it, and to be able to say that it did.
 *
 * <p>Its words: a <em>data subject request</em> is what somebody asked and when it is due; its
 * <em>number</em> is all the register remembers of who asked once it is closed; a <em>receipt</em>
 * says how many rows an erasure took and where was searched afterwards; a <em>hold</em> keeps what
 * a claim needs from every rule and wish.
 *
 * <p>It holds nothing of anybody itself and knows no table of others: modules bring what they hold
 * ({@code platform.rights}). It refuses to erase what is held, and says so.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "organization",
            "privacy",
            "bot",
            "conversation"
        })
package io.taros.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
