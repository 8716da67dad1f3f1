/// What comes in: what became of each event, and the ways back in for those that were set aside.
@NullMarked
package dev.keepwell.screen.data;

import org.jspecify.annotations.NullMarked;
