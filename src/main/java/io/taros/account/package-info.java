/**
 * Who signs in: a login identity with an e-mail, a name and ways to prove itself, of which the
 * password is the first. An account is the installation's, not an organization's.
 *
 * <p>It knows nothing of organizations, roles or permissions, and never says whether an e-mail is
 * known.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package io.taros.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
