/// How all customers stand together.
@NullMarked
package dev.keepwell.screen.health;

import org.jspecify.annotations.NullMarked;
