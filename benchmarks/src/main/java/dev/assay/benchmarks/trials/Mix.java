// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.protocol.framing.LineReceiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** What the mixed trials do; {@code mix.py} does the same. */
public final class Mix {
  private Mix() {}

  /** Arms a call, moves the clock, and looks whether it has run. */
  public static void timer(VirtualClock clock) {
    List<Integer> fired = new ArrayList<>();
    clock.callLater(Duration.ofSeconds(1), () -> fired.add(1));
    clock.advance(Duration.ofSeconds(1));
    check(fired.equals(List.of(1)));
  }

  /** Sends a line to a protocol, and looks for its answer. */
  public static void line(StringTransport transport) {
    Echo echo = transport.connect(new Echo());
    echo.dataReceived("hello\r\n".getBytes(UTF_8));
    check(transport.value(UTF_8).equals("hello\r\n"));
    transport.loseConnection();
  }

  /** Waits for what does not come in time. */
  public static Deferred<?> timeout(VirtualClock clock) {
    Deferred<String> answer = new Deferred<>();
    answer.addTimeout(Duration.ofSeconds(5), clock);
    clock.advance(Duration.ofSeconds(5));
    return answer.addErrback(TimeoutException.class, late -> "late");
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }

  private static final class Echo extends LineReceiver {
    @Override
    protected void lineReceived(byte[] line) {
      sendLine(line);
    }
  }
}
