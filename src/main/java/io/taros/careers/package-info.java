/**
 * People who want to work for the operator. There are no vacancies and no form yet; whoever builds
 * them finds here how an application ends.
 *
 * <p>Its words: an <em>application</em> is what somebody sent to get a job; an <em>outcome</em> is
 * what became of it, without anybody in it.
 *
 * <p>It refuses to keep an application beyond the decision, unless the applicant agreed to be
 * considered later, and then beyond a year.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package io.taros.careers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
