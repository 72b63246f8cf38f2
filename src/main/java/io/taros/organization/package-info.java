/**
 * The tenant: an organization, its members with their roles, and its API keys. Here is decided who
 * a request speaks for (a signed-in member, an API key), and here a fresh installation gets its
 * first owner.
 *
 * <p>Its words: a <em>member</em> is an account in an organization, with a role; an <em>API
 * key</em> is a program's way in, with scopes. It refuses to show anything of an organization to
 * somebody who is not in it, and keeps no list that leads from a key to its organization: the key
 * says it itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "account :: web"})
package io.taros.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
