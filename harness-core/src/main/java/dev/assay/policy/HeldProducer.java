// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;

/**
 * A producer between the user's producer and the transport. It produces while the throttle allows
 * it.
 */
sealed interface HeldProducer {
  void hold(boolean hold);

  /** A producer that writes at its own speed. */
  final class Push implements HeldProducer, PushProducer {
    private final PushProducer producer;
    private final FlowGate gate;
    private boolean stopped;

    Push(PushProducer producer) {
      this.producer = producer;
      this.gate = new FlowGate(producer::pauseProducing, producer::resumeProducing);
    }

    @Override
    public void hold(boolean hold) {
      if (!stopped) {
        gate.holdByThrottle(hold);
      }
    }

    @Override
    public void pauseProducing() {
      gate.holdByOwner(true);
    }

    @Override
    public void resumeProducing() {
      gate.holdByOwner(false);
    }

    @Override
    public void stopProducing() {
      stopped = true;
      producer.stopProducing();
    }
  }

  /** A producer that writes a piece when asked. */
  final class Pull implements HeldProducer, PullProducer {
    private final PullProducer producer;
    private boolean held;
    private boolean asked;

    Pull(PullProducer producer, boolean held) {
      this.producer = producer;
      this.held = held;
    }

    @Override
    public void hold(boolean hold) {
      held = hold;
      if (asked && !held) {
        asked = false;
        producer.resumeProducing();
      }
    }

    @Override
    public void resumeProducing() {
      if (held) {
        asked = true;
      } else {
        producer.resumeProducing();
      }
    }

    @Override
    public void stopProducing() {
      asked = false;
      producer.stopProducing();
    }
  }
}
