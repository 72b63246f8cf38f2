/** The pages of an organization's settings. */
@NullMarked
@NamedInterface("web")
package io.taros.organization.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
