// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.event.Trace;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import java.lang.reflect.Type;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.jspecify.annotations.Nullable;

/**
 * The entry point to all assertions of this package, to be imported next to AssertJ's own: {@code
 * assertThat}, or {@code then} for those who prefer it. The constants are arguments for {@code
 * asInstanceOf}.
 *
 * <pre>{@code
 * assertThat(pong).hasNoResult();
 * then(transport).wrote("PING\r\n").isConnected();
 * }</pre>
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // a module that uses this requires AssertJ itself
public final class AssayAssertions {
  /** Narrows to assertions about a Deferred. */
  @SuppressWarnings("rawtypes")
  public static final InstanceOfAssertFactory<Deferred, DeferredAssert<Object>> DEFERRED =
      deferred(Object.class);

  /** Narrows to assertions about a transport. */
  public static final InstanceOfAssertFactory<StringTransport, StringTransportAssert>
      STRING_TRANSPORT =
          new InstanceOfAssertFactory<>(StringTransport.class, AssayAssertions::assertThat);

  /** Narrows to assertions about a clock. */
  public static final InstanceOfAssertFactory<VirtualClock, VirtualClockAssert> VIRTUAL_CLOCK =
      new InstanceOfAssertFactory<>(VirtualClock.class, AssayAssertions::assertThat);

  /** Narrows to assertions about a reactor. */
  public static final InstanceOfAssertFactory<FakeReactor, FakeReactorAssert> FAKE_REACTOR =
      new InstanceOfAssertFactory<>(FakeReactor.class, AssayAssertions::assertThat);

  /** Narrows to assertions about a network. */
  public static final InstanceOfAssertFactory<FakeNetwork, FakeNetworkAssert> FAKE_NETWORK =
      new InstanceOfAssertFactory<>(FakeNetwork.class, AssayAssertions::assertThat);

  /** Narrows to assertions about a wire. */
  public static final InstanceOfAssertFactory<Wire, WireAssert> WIRE =
      new InstanceOfAssertFactory<>(Wire.class, AssayAssertions::assertThat);

  /** Narrows to assertions about a trace. */
  public static final InstanceOfAssertFactory<Trace, TraceAssert> TRACE =
      new InstanceOfAssertFactory<>(Trace.class, AssayAssertions::assertThat);

  private AssayAssertions() {}

  /** Returns a factory that narrows to assertions about a Deferred with results of a type. */
  @SuppressWarnings({"rawtypes", "unchecked"}) // there is no class literal of a generic type
  public static <T> InstanceOfAssertFactory<Deferred, DeferredAssert<T>> deferred(Class<T> result) {
    return new InstanceOfAssertFactory<>(
        Deferred.class, new Type[] {result}, actual -> assertThat((Deferred<T>) actual));
  }

  /** Begins assertions about a Deferred. */
  public static <T extends @Nullable Object> DeferredAssert<T> assertThat(
      @Nullable Deferred<T> actual) {
    return new DeferredAssert<>(actual);
  }

  /** Begins assertions about a transport. */
  public static StringTransportAssert assertThat(@Nullable StringTransport actual) {
    return new StringTransportAssert(actual);
  }

  /** Begins assertions about a clock. */
  public static VirtualClockAssert assertThat(@Nullable VirtualClock actual) {
    return new VirtualClockAssert(actual);
  }

  /** Begins assertions about a reactor. */
  public static FakeReactorAssert assertThat(@Nullable FakeReactor actual) {
    return new FakeReactorAssert(actual);
  }

  /** Begins assertions about a network. */
  public static FakeNetworkAssert assertThat(@Nullable FakeNetwork actual) {
    return new FakeNetworkAssert(actual);
  }

  /** Begins assertions about a wire. */
  public static WireAssert assertThat(@Nullable Wire actual) {
    return new WireAssert(actual);
  }

  /** Begins assertions about a trace. */
  public static TraceAssert assertThat(@Nullable Trace actual) {
    return new TraceAssert(actual);
  }

  /** Begins assertions about a Deferred. */
  public static <T extends @Nullable Object> DeferredAssert<T> then(@Nullable Deferred<T> actual) {
    return assertThat(actual);
  }

  /** Begins assertions about a transport. */
  public static StringTransportAssert then(@Nullable StringTransport actual) {
    return assertThat(actual);
  }

  /** Begins assertions about a clock. */
  public static VirtualClockAssert then(@Nullable VirtualClock actual) {
    return assertThat(actual);
  }

  /** Begins assertions about a reactor. */
  public static FakeReactorAssert then(@Nullable FakeReactor actual) {
    return assertThat(actual);
  }

  /** Begins assertions about a network. */
  public static FakeNetworkAssert then(@Nullable FakeNetwork actual) {
    return assertThat(actual);
  }

  /** Begins assertions about a wire. */
  public static WireAssert then(@Nullable Wire actual) {
    return assertThat(actual);
  }

  /** Begins assertions about a trace. */
  public static TraceAssert then(@Nullable Trace actual) {
    return assertThat(actual);
  }
}
