// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The ports and connections that are open on hosts. */
final class Leftovers {
  private Leftovers() {}

  /** Returns the ports of a host, for connections and for datagrams. */
  static List<?> ports(FakeReactor host) {
    return Stream.concat(host.listeners().stream(), host.datagramPorts().stream()).toList();
  }

  /** Returns the open objects on the hosts of a network, each with its host. */
  static List<String> of(FakeNetwork network, Function<FakeReactor, List<?>> open) {
    return network.hosts().stream()
        .flatMap(host -> open.apply(host).stream().map(each -> each + " (" + host + ")"))
        .toList();
  }
}
