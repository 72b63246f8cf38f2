/**
 * Asks others who somebody is: OpenID Connect and, for GitHub, plain OAuth, by Spring Security's
 * client.
 *
 * <p>Its words: a <em>provider</em> knows people by a <em>subject</em>; the two together are an
 * <em>identity</em>, which stays the same while e-mail and name change. It owns no table, keeps no
 * token, and decides nothing: whoever asked makes of a proven identity what it likes.
 */
@NullMarked
package io.taros.platform.identity;

import org.jspecify.annotations.NullMarked;
