// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.contract.ReactorContract;
import dev.assay.netty.NettyReactor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every reactor must do, and a real one, as a module that uses both sees them. */
class ContractTest {
  @Test
  void hasRulesAboutTime() {
    assertTrue(
        ReactorContract.checks().stream().anyMatch(check -> check.name().startsWith("time.")));

    NettyReactor reactor = new NettyReactor();
    reactor.callLater(Duration.ZERO, reactor::stop);
    reactor.run();
    assertTrue(reactor.elapsed().compareTo(Duration.ZERO) > 0);
  }
}
