// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.Fault;
import java.time.Duration;

/** A network of two hosts that are far apart. */
public final class SlowNetwork {
  private SlowNetwork() {}

  /** Returns a network with the hosts {@code a} and {@code b}. */
  public static FakeNetwork of(Duration latency) {
    FakeNetwork network = new FakeNetwork();
    network.host("a");
    network.host("b");
    return network.strike(new Fault.Latency("a", "b", latency));
  }
}
