/**
 * The first room: how far setting up has come, how the bot is doing, the first question an
 * organization is asked, and the sample shop for whoever wants to look before bringing anything of
 * their own. Puts together what other modules know and owns only which set-up steps have been
 * taken; nobody depends on it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "answering",
            "bot",
            "conversation",
            "knowledge",
            "site"
        })
package io.taros.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
