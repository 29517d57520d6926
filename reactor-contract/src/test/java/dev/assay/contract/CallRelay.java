// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.time.DelayedCall;
import java.time.Duration;

/** A call that passes everything on to another. */
abstract class CallRelay implements DelayedCall {
  private final DelayedCall call;

  CallRelay(DelayedCall call) {
    this.call = call;
  }

  @Override
  public void cancel() {
    call.cancel();
  }

  @Override
  public void reset(Duration delayFromNow) {
    call.reset(delayFromNow);
  }

  @Override
  public void delay(Duration extra) {
    call.delay(extra);
  }

  @Override
  public boolean isActive() {
    return call.isActive();
  }

  @Override
  public Duration due() {
    return call.due();
  }

  @Override
  public DelayedCall label(String label) {
    call.label(label);
    return this;
  }
}
