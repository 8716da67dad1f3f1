/// The catalogue as people read it: what each metric means, how it is computed, what it says now.
@NullMarked
package dev.keepwell.screen.metric;

import org.jspecify.annotations.NullMarked;
