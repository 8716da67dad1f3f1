/// The front door for events: what SDKs and browsers send is logged before it is acknowledged, and
/// accounted for until it is stored, known already, or set aside.
@NamedInterface("event")
@NullMarked
package dev.keepwell.source.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
