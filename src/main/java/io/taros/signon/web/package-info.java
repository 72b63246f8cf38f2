/** The pages of domains and single sign-on. */
@NullMarked
@NamedInterface("web")
package io.taros.signon.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
