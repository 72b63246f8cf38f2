/**
 * The people who run the installation: who they are, what each may do, and how one of them comes to
 * see what is in an organization.
 *
 * <p>Its words: <em>staff</em> is an account with a role of its own, apart from any membership; an
 * <em>access</em> is the reason somebody of them may look into an organization, given by its owner,
 * or in an emergency by another of the staff; a <em>visit</em> is going in. It refuses to let
 * anybody in without a reason that is still good at that moment, without a second factor, or
 * without a line in that organization's audit log.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "organization",
            "organization :: web",
            "partner",
            "legal",
            "backup"
        })
package io.taros.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
