// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.network.Pair;
import dev.assay.fake.protocol.Talker;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What reactors, networks and connections are called in reports. */
final class NamesInReportsTest {
  private final FakeNetwork network = new FakeNetwork();

  @Test
  void network_withoutHosts() {
    assertThat(network).hasToString("FakeNetwork of no hosts at t=0s");
    assertThat(network.hosts()).isEmpty();
  }

  @Test
  void network_namesItsHostsAsTheyWereMade() {
    FakeReactor server = network.host("server");
    FakeReactor client = network.host("client");
    network.clock().advance(Duration.ofSeconds(1));

    assertThat(network).hasToString("FakeNetwork of server, client at t=1s");
    assertThat(network.hosts()).containsExactly(server, client);
  }

  @Test
  void reactor_isNamedAfterItsHost() {
    assertThat(network.host("client")).hasToString("FakeReactor client at t=0s");
    assertThat(new FakeReactor()).hasToString("FakeReactor localhost at t=0s");
  }

  @Test
  void connection_saysWhatItIsDoing() {
    FakeReactor reactor = new FakeReactor();
    Talker client = Talker.plain("client", new ArrayList<>());
    Pair.connect(reactor, client, Talker.plain("server", new ArrayList<>()));
    client.write("hello");
    client.transport().loseConnection();

    assertThat(reactor.connections())
        .map(Object::toString)
        .containsExactly(
            "127.0.0.1:49152 -> 127.0.0.1:80, closing, 5 bytes unsent",
            "127.0.0.1:80 -> 127.0.0.1:49152, open");
  }
}
