// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.fake.bytes.Inbox;
import dev.assay.fake.event.Choice;
import dev.assay.fake.network.Network;
import dev.assay.fake.timeline.Event;
import java.util.function.Consumer;

/** An output of a fake process: what was written waits here until the protocol receives it. */
final class FakeOutput {
  private final Network network;
  private final String name;
  private final Consumer<byte[]> receiver;
  private final Runnable whenEnded;
  private final Inbox inbox = new Inbox();
  private boolean ending;
  private boolean armed;

  FakeOutput(Network network, String name, Consumer<byte[]> receiver, Runnable whenEnded) {
    this.network = network;
    this.name = name;
    this.receiver = receiver;
    this.whenEnded = whenEnded;
  }

  void write(byte[] data) {
    if (data.length > 0) {
      inbox.add(data.clone());
      arm();
    }
  }

  void end() {
    ending = true;
    arm();
  }

  private void arm() {
    if (!armed && (ending || !inbox.isEmpty())) {
      armed = true;
      network.soon(new Event("arrival of the", name, this::arrive));
    }
  }

  private void arrive() {
    armed = false;
    if (!inbox.isEmpty()) {
      receiver.accept(inbox.take(bytes -> network.chooser().choose(Choice.CUT, bytes)));
      arm();
    } else {
      whenEnded.run();
    }
  }
}
