// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.fake.FakeReactor;
import java.util.ArrayList;
import java.util.List;

/** What is open on the hosts of a network, each as a line of a report. */
final class Leftovers {
  private Leftovers() {}

  static List<String> connections(List<FakeReactor> hosts) {
    List<String> open = new ArrayList<>();
    for (FakeReactor host : hosts) {
      host.connections().forEach(each -> open.add(each + on(host)));
    }
    return open;
  }

  static List<String> ports(List<FakeReactor> hosts) {
    List<String> open = new ArrayList<>();
    for (FakeReactor host : hosts) {
      host.listeners().forEach(each -> open.add(each + on(host)));
      host.datagramPorts().forEach(each -> open.add(each + on(host)));
    }
    return open;
  }

  private static String on(FakeReactor host) {
    return " (" + host + ")";
  }
}
