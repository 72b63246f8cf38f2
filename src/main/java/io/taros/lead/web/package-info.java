@NullMarked
package io.taros.lead.web;

import org.jspecify.annotations.NullMarked;
