/// What all pages share: the frame around them, the templates, and how figures are written.
@NullMarked
package dev.keepwell.screen.frame;

import org.jspecify.annotations.NullMarked;
