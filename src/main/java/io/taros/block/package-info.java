/**
 * Who may not write to an organization's bots for a while, or for good.
 *
 * <p>Its words: a <em>block</em> is somebody's decision, with a reason and an end; a <em>trait</em>
 * is what a visitor is known again by, of which a <em>mark</em> is kept: a keyed hash that says
 * nothing without the organization's key. Where a visitor comes from is learned when they come
 * again, because nothing is kept of it before.
 *
 * <p>It ends no conversation and takes no right away: what was said can be read, downloaded and
 * deleted as before.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "bot", "conversation"})
package io.taros.block;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
