@NullMarked
@NamedInterface
package io.taros.inbox.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
