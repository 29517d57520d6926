// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import org.jspecify.annotations.Nullable;

/** A call without code, to be put into queues by a test. */
final class PlainCall extends ArmedCall<PlainCall> {
  private static final Schedule<PlainCall> NOWHERE = new Nowhere();

  PlainCall() {
    super(NOWHERE, () -> {});
  }

  @Override
  protected PlainCall self() {
    return this;
  }

  /** A schedule that keeps no calls. */
  private static final class Nowhere implements Schedule<PlainCall> {
    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public void checkThread(String what) {}

    @Override
    public @Nullable PlainCall running() {
      return null;
    }

    @Override
    public void move(PlainCall call, long due) {
      throw new AssertionError("the test moves its calls itself");
    }

    @Override
    public void disarm(PlainCall call) {
      throw new AssertionError("the test removes its calls itself");
    }
  }
}
