// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.util.ArrayList;
import java.util.List;

/** A protocol that remembers half closes. */
public final class HalfClosingProtocol extends Protocol implements HalfCloseable {
  private final List<String> events = new ArrayList<>();

  /** Makes one that was told nothing. */
  public HalfClosingProtocol() {}

  /** Returns the half closes so far. */
  public List<String> events() {
    return events;
  }

  @Override
  public void dataReceived(byte[] data) {}

  @Override
  public void readConnectionLost() {
    events.add("read lost");
  }

  @Override
  public void writeConnectionLost() {
    events.add("write lost");
  }
}
