/** Mail that leaves the installation, if it was told through which server. */
@NullMarked
package io.taros.platform.mail;

import org.jspecify.annotations.NullMarked;
