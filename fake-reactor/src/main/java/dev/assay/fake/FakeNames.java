// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.fake.event.Lookup;
import dev.assay.fake.network.Names;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * The names that a host can look up: {@code localhost}, the names of the network's hosts, and the
 * names that a test adds.
 *
 * @since 0.1
 */
public final class FakeNames {
  private final Names names;

  FakeNames(Names names) {
    this.names = names;
  }

  /** Adds a name with its addresses. A name without addresses is not found. */
  public FakeNames add(String name, InetAddress... addresses) {
    names.add(name, addresses);
    return this;
  }

  /** Makes every lookup of a name take the given time. The lookup of an address takes no time. */
  public FakeNames delay(Duration each) {
    names.delay(each);
    return this;
  }

  /** Returns every lookup so far, including those of attempts to connect. */
  public List<Lookup> lookups() {
    return names.lookups();
  }
}
