@NullMarked
package io.taros.nudge.web;

import org.jspecify.annotations.NullMarked;
