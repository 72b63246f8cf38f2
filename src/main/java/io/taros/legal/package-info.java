/**
 * The texts that bind: privacy policy, terms of use, data processing agreement, and what a browser
 * keeps. Made from files with versions and from what is switched on here.
 *
 * <p>Its words: a <em>text</em> is one document in all its versions; an <em>agreement</em> is one
 * version of the data processing agreement that an organization signed.
 *
 * <p>It refuses an agreement by anybody but an owner, and never changes one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "organization", "privacy"})
package io.taros.legal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
