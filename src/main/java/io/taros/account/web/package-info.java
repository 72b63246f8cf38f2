/** The pages of signing in and of a fresh installation. */
@NullMarked
package io.taros.account.web;

import org.jspecify.annotations.NullMarked;
