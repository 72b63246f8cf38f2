/**
 * What a bot is held to: questions with what is expected of their answers, and the runs that ask
 * them all.
 *
 * <p>Its words: a <em>golden question</em> must be answered, with facts that must occur and facts
 * that must not and a source that must be cited, or it must not be answered; a <em>run</em> asks
 * every one of a bot's the way a visitor would, of what is published or of a draft, and grades what
 * comes back; a <em>result</em> is one question of a run as it stood when the run began. Words are
 * compared, never meanings: what passes today passes tomorrow unless the answer has changed.
 *
 * <p>It answers nothing by itself (that is {@code answering}) and refuses two runs of one bot at a
 * time.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "bot",
            "answering",
            "search",
            "conversation",
            "knowledge",
            "improve",
            "organization",
            "account"
        })
package io.taros.golden;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
