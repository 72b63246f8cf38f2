@NullMarked
package io.taros.notification.web;

import org.jspecify.annotations.NullMarked;
