/** Who is calling, for which organization, and what they may do. */
@NullMarked
package io.taros.platform.security;

import org.jspecify.annotations.NullMarked;
