/**
 * What anybody may see: the front page and the storefront of the sample shop. Knows no account and
 * no bot; whether the installation has an owner is told by {@link io.taros.site.Ownership}, which
 * another module brings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package io.taros.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
