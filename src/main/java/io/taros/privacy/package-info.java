/**
 * The end of what is kept about people: organizations and accounts that are closed, and whatever
 * else is erased when its time has come.
 *
 * <p>Its words: to <em>close</em> is to stop serving at once and lose nothing yet; to
 * <em>reopen</em> is to undo that within ninety days; to <em>erase</em> is to take everything out,
 * with the key that sealed it, and to write into the installation's audit log how much that was.
 *
 * <p>It refuses to erase what is not closed, and to close what would leave others without an owner
 * or a partner.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "organization", "search"})
package io.taros.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
