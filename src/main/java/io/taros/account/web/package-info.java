/** The pages of signing in and of a fresh installation; the latter are shown by organization. */
@NullMarked
@NamedInterface("web")
package io.taros.account.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
