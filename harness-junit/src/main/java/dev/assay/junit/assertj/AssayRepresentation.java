// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.event.Trace;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import java.util.Locale;
import org.assertj.core.presentation.StandardRepresentation;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ's own texts of values and, for Assay's types, the texts that the assertions of this
 * package use: with birthplace and state. To use them in all assertions, call {@code
 * Assertions.useRepresentation(new AssayRepresentation())} in a test.
 *
 * <p>This class is not registered as a service, because AssertJ announces each registered
 * representation in the output of every test run.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // a module that uses this requires AssertJ itself
public final class AssayRepresentation extends StandardRepresentation {
  /** Makes a representation. */
  public AssayRepresentation() {}

  @Override
  public @Nullable String toStringOf(@Nullable Object object) {
    return isOurs(object) ? describe(object) : super.toStringOf(object);
  }

  private static boolean isOurs(@Nullable Object object) {
    return object instanceof Deferred
        || object instanceof StringTransport
        || object instanceof VirtualClock
        || object instanceof FakeReactor
        || object instanceof Wire
        || object instanceof FakeNetwork
        || object instanceof Trace;
  }

  /** Returns the name of an object, and its state. */
  static String describe(@Nullable Object object) {
    if (object instanceof Deferred<?> deferred) {
      return DeferredText.withBirth(deferred) + DeferredText.history(deferred);
    } else if (object instanceof StringTransport transport) {
      return describe(transport);
    } else if (object instanceof Wire wire) {
      return wire + "\n  " + wire.toServer() + "\n  " + wire.toClient();
    } else if (object instanceof Trace trace) {
      return "Trace of " + Listing.count(trace.events().size(), "event");
    }
    return String.valueOf(object);
  }

  private static String describe(StringTransport transport) {
    String state = transport.state().name().toLowerCase(Locale.ROOT);
    return transport
        + " ["
        + state
        + ", "
        + Listing.count(transport.value().length, "byte")
        + " written]";
  }
}
