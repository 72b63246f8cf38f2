/**
 * What anybody may see: the front page, the storefront of the sample shop, and for owners of
 * websites who it is that reads them. Knows no account and no bot; whether the installation has an
 * owner is told by {@link io.taros.site.Ownership}, which another module brings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "legal"})
package io.taros.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
