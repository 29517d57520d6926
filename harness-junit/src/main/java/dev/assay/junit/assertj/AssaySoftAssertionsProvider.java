// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.event.Trace;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * The provider that adds assertions about Assay's types to a project's own soft assertions.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // a module that uses this requires AssertJ itself
public interface AssaySoftAssertionsProvider extends SoftAssertionsProvider {
  /** Begins soft assertions about a Deferred. */
  @SuppressWarnings("unchecked") // there is no class literal of a generic type
  default <T extends @Nullable Object> DeferredAssert<T> assertThat(@Nullable Deferred<T> actual) {
    return proxy(DeferredAssert.class, Deferred.class, actual);
  }

  /** Begins soft assertions about a transport. */
  default StringTransportAssert assertThat(@Nullable StringTransport actual) {
    return proxy(StringTransportAssert.class, StringTransport.class, actual);
  }

  /** Begins soft assertions about a clock. */
  default VirtualClockAssert assertThat(@Nullable VirtualClock actual) {
    return proxy(VirtualClockAssert.class, VirtualClock.class, actual);
  }

  /** Begins soft assertions about a reactor. */
  default FakeReactorAssert assertThat(@Nullable FakeReactor actual) {
    return proxy(FakeReactorAssert.class, FakeReactor.class, actual);
  }

  /** Begins soft assertions about a network. */
  default FakeNetworkAssert assertThat(@Nullable FakeNetwork actual) {
    return proxy(FakeNetworkAssert.class, FakeNetwork.class, actual);
  }

  /** Begins soft assertions about a wire. */
  default WireAssert assertThat(@Nullable Wire actual) {
    return proxy(WireAssert.class, Wire.class, actual);
  }

  /** Begins soft assertions about a trace. */
  default TraceAssert assertThat(@Nullable Trace actual) {
    return proxy(TraceAssert.class, Trace.class, actual);
  }

  /** Begins soft assertions about a Deferred. */
  default <T extends @Nullable Object> DeferredAssert<T> then(@Nullable Deferred<T> actual) {
    return assertThat(actual);
  }

  /** Begins soft assertions about a transport. */
  default StringTransportAssert then(@Nullable StringTransport actual) {
    return assertThat(actual);
  }

  /** Begins soft assertions about a clock. */
  default VirtualClockAssert then(@Nullable VirtualClock actual) {
    return assertThat(actual);
  }

  /** Begins soft assertions about a reactor. */
  default FakeReactorAssert then(@Nullable FakeReactor actual) {
    return assertThat(actual);
  }

  /** Begins soft assertions about a network. */
  default FakeNetworkAssert then(@Nullable FakeNetwork actual) {
    return assertThat(actual);
  }

  /** Begins soft assertions about a wire. */
  default WireAssert then(@Nullable Wire actual) {
    return assertThat(actual);
  }

  /** Begins soft assertions about a trace. */
  default TraceAssert then(@Nullable Trace actual) {
    return assertThat(actual);
  }
}
