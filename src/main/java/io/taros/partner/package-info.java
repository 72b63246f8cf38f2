/**
 * Organizations that manage others: agencies and resellers, and their clients.
 *
 * <p>Its words: a <em>partner</em> is an organization that was certified to manage others; a
 * <em>client</em> is an organization managed by one. A partner opens clients, gives them their
 * first owner, says how much of the product they have, suspends them, and works in them as a guest
 * while they let it.
 *
 * <p>It refuses to show a partner anything of a client but sums from outside, to let anybody into a
 * client with more than they may do at home or as an owner, and to do anything there that does not
 * stand in the audit logs of both.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "organization"})
package io.taros.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
