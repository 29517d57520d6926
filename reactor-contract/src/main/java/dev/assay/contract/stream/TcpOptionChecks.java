// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.peer.Tcp;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.List;

/** The checks of the options of TCP. */
final class TcpOptionChecks {
  static final List<Rule> RULES =
      List.of(
          rule(
              "no-delay",
              "TCP_NODELAY can be set, and reads as it was set.",
              (rig, net) -> option(rig, net, StandardSocketOptions.TCP_NODELAY)),
          rule(
              "keep-alive",
              "SO_KEEPALIVE can be set, and reads as it was set.",
              (rig, net) -> option(rig, net, StandardSocketOptions.SO_KEEPALIVE)),
          rule(
              "each-connection-has-its-own",
              "An option of one side does not affect the other side.",
              TcpOptionChecks::optionIsOneSides));

  private TcpOptionChecks() {}

  private static Rule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("option." + name, meaning, body).over(new Tcp());
  }

  private static void optionIsOneSides(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().transport().setOption(StandardSocketOptions.SO_KEEPALIVE, true);
          pair.server().transport().setOption(StandardSocketOptions.SO_KEEPALIVE, false);
        });

    Expect.equal(
        "the client's SO_KEEPALIVE",
        true,
        rig.get(() -> pair.client().transport().option(StandardSocketOptions.SO_KEEPALIVE)));
  }

  private static void option(Rig rig, Net net, SocketOption<Boolean> option) {
    Pair pair = net.pair();
    for (boolean value : new boolean[] {true, false, true}) {
      rig.run(() -> pair.client().transport().setOption(option, value));
      Expect.equal(option.name(), value, rig.get(() -> pair.client().transport().option(option)));
    }
  }
}
