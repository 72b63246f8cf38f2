/** The page behind the link that ends mails. */
@NullMarked
package io.taros.followup.web;

import org.jspecify.annotations.NullMarked;
