// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.peer.Tcp;
import dev.assay.contract.peer.Unix;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import java.util.List;

/** The checks of what the other side of an abort is notified of, which depends on the family. */
final class ResetChecks {
  static final List<Rule> TCP =
      List.of(
          StreamRule.of(
                  "abort.there-connection-lost",
                  "The other side of an abort is notified of a reset, with ConnectionLostException.",
                  ResetChecks::there)
              .over(new Tcp()));

  static final List<Rule> UNIX =
      List.of(
          StreamRule.of(
                  "abort.there-an-end",
                  "The other side of an abort is notified of an end, or of a reset, once.",
                  ResetChecks::there)
              .over(new Unix()));

  private ResetChecks() {}

  private static void there(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().abort());

    net.expectAborted(pair);
    Expect.equal("how much the server was told", 2, pair.server().events().size());
  }
}
