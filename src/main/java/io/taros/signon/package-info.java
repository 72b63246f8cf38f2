/**
 * An organization's own domains and its own way of signing people in.
 *
 * <p>Its words: a <em>domain</em> is proven by a record in its DNS and then belongs to one
 * organization; an organization's <em>provider</em> signs in the people of its proven domains and
 * nobody else; it is <em>offered</em> or <em>required</em>; <em>joining</em> by address makes a
 * member of somebody who was not invited.
 *
 * <p>It refuses to believe a provider anything about an address outside its organization's proven
 * domains, and to lock out the last owner: with password and second factor an owner gets in,
 * whatever the provider does.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "account :: web",
            "organization",
            "organization :: web"
        })
package io.taros.signon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
