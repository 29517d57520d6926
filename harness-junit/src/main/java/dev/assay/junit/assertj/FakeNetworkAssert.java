// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about all hosts of a {@link FakeNetwork}, which never drive it. Use assertions about
 * its clock for the current time and the armed calls.
 *
 * @since 0.1
 */
public class FakeNetworkAssert extends SubjectAssert<FakeNetworkAssert, FakeNetwork> {
  /** Makes assertions about a network. */
  public FakeNetworkAssert(@Nullable FakeNetwork actual) {
    super(actual, FakeNetworkAssert.class);
  }

  /** Verifies that no connection has an open end on any host. */
  public FakeNetworkAssert hasNoOpenConnections() {
    List<String> open = Leftovers.of(present(), FakeReactor::connections);
    return expect(
        open.isEmpty(), "to have no open connections", () -> "these are open" + Listing.of(open));
  }

  /** Verifies that no port is open on any host, neither for connections nor for datagrams. */
  public FakeNetworkAssert hasNoOpenPorts() {
    List<String> open = Leftovers.of(present(), Leftovers::ports);
    return expect(
        open.isEmpty(), "to have no open ports", () -> "these are open" + Listing.of(open));
  }
}
