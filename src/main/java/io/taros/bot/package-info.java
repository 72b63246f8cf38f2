/**
 * The AI agents of an organization: what a bot is called, how it speaks, when it may answer, which
 * model writes for it, where it may appear and how it looks there.
 *
 * <p>A {@link io.taros.bot.Bot} is settings and nothing else. It holds no knowledge (that is {@code
 * knowledge}) and cannot answer (that is {@code answering}); it refuses to be read across
 * organizations, and the only thing about it that strangers may hold is its {@link
 * io.taros.bot.PublicKey}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "organization"})
package io.taros.bot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
