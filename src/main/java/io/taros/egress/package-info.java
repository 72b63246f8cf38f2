/**
 * What leaves the house, for people to see and to decide about: the rules of an organization, the
 * calls of its ledger, and the public list of those who process for this installation.
 *
 * <p>Its words: a <em>call</em> is one request to somebody else's server; a <em>vendor</em> is
 * whose server that is; a <em>sub-processor</em> is a vendor that may get personal data.
 *
 * <p>It refuses nothing itself: that happens where a call begins, in {@code platform.egress}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "organization"})
package io.taros.egress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
