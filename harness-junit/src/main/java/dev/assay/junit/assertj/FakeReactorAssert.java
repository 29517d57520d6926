// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.fake.FakeReactor;
import dev.assay.fake.event.OpenConnection;
import dev.assay.reactor.ListeningPort;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link FakeReactor}, which never drive it. Reactors of one network share their
 * time, and so the armed calls.
 *
 * @since 0.1
 */
public class FakeReactorAssert extends TimeAssert<FakeReactorAssert, FakeReactor> {
  /** Makes assertions about a reactor. */
  public FakeReactorAssert(@Nullable FakeReactor actual) {
    super(actual, FakeReactorAssert.class);
  }

  /** Verifies that no connection has an open end on this reactor. */
  public FakeReactorAssert hasNoOpenConnections() {
    List<OpenConnection> open = present().connections();
    return expect(
        open.isEmpty(), "to have no open connections", () -> "these are open" + Listing.of(open));
  }

  /** Verifies that no port is open, neither for connections nor for datagrams. */
  public FakeReactorAssert hasNoOpenPorts() {
    List<?> open = Leftovers.ports(present());
    return expect(
        open.isEmpty(), "to have no open ports", () -> "these are open" + Listing.of(open));
  }

  /** Verifies that a port is open for connections; a port that is being closed is still open. */
  public FakeReactorAssert listensOn(int port) {
    List<ListeningPort> listeners = present().listeners();
    return expect(
        listeners.stream().anyMatch(each -> isOn(each, port)),
        "to listen on port " + port,
        () -> otherPorts(listeners));
  }

  private static boolean isOn(ListeningPort listener, int port) {
    return listener.address() instanceof InetSocketAddress inet && inet.getPort() == port;
  }

  private String otherPorts(List<ListeningPort> listeners) {
    List<?> datagramPorts = actual.datagramPorts();
    return (listeners.isEmpty() ? "it listens on no port" : "it listens on" + Listing.of(listeners))
        + (datagramPorts.isEmpty()
            ? ""
            : "\nand receives datagrams on" + Listing.of(datagramPorts));
  }
}
