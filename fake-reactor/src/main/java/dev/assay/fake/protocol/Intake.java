// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

/**
 * The requests of a protocol to a {@link StringTransport} as the producer of the data that the
 * protocol receives.
 */
final class Intake {
  private ProducerState state = ProducerState.PRODUCING;
  private boolean lenient;

  ProducerState state() {
    return state;
  }

  /** Permits pausing and resuming while the connection is being closed. */
  void relent() {
    lenient = true;
  }

  void pause(boolean disconnecting) {
    check("pause", disconnecting);
    state = ProducerState.PAUSED;
  }

  void resume(boolean disconnecting) {
    check("resume", disconnecting);
    state = ProducerState.PRODUCING;
  }

  void stop() {
    state = ProducerState.STOPPED;
  }

  private void check(String what, boolean disconnecting) {
    if (disconnecting && !lenient) {
      throw new IllegalStateException(
          "this side has closed the connection; it is too late to "
              + what
              + ", unless the transport is made lenient()");
    }
    if (state == ProducerState.STOPPED) {
      throw new IllegalStateException("this was stopped for good; it is too late to " + what);
    }
  }
}
