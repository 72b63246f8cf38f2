/**
 * What people write to the operator by the form on the website, and staff that reads and answers it
 * by mail.
 *
 * <p>Its words: a <em>contact message</em> is one such letter; it is <em>closed</em> when nothing
 * is left to do about it, and gone a year after.
 *
 * <p>It refuses to keep one in the clear, to show it to anybody but staff whose role it is, and to
 * erase one without its address typed once more.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "account :: web", "legal"})
package io.taros.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
