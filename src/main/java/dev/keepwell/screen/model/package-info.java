/// The pages of a model: what it weighs, and what a change of it would do.
@NullMarked
package dev.keepwell.screen.model;

import org.jspecify.annotations.NullMarked;
