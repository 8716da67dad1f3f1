/// Answers over HTTP. Each controller translates between JSON and the modules, and holds no rule.
@NullMarked
package dev.keepwell.screen.api;

import org.jspecify.annotations.NullMarked;
