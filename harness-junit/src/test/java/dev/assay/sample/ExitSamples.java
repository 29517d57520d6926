// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Sequential;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;

/** Trials that would end the process, among others that pass. */
public final class ExitSamples {
  private ExitSamples() {}

  public static final class Exits {
    @Trial
    void isBefore() {}

    @Trial
    void exits() {
      System.exit(0);
    }

    @Trial
    void isBetween() {}

    @Trial
    Deferred<?> exitsInACall(FakeReactor reactor) {
      Deferred<String> pong = new Deferred<>();
      reactor.callLater(Duration.ofSeconds(1), () -> Runtime.getRuntime().exit(3));
      return pong;
    }

    @Trial
    void exitsOnAThread() throws InterruptedException {
      Thread thread = new Thread(() -> System.exit(0), "that exits");
      thread.setDaemon(true);
      thread.start();
      thread.join();
    }

    @Trial
    Deferred<?> exitsInASequential() {
      return Sequential.run(
          await -> {
            System.exit(0);
            return null;
          });
    }

    @Trial
    void isAfter() {}
  }

  public static final class ExitsBeforeAll {
    @BeforeAll
    static void exits() {
      System.exit(0);
    }

    @Trial
    void isNotRun() {}
  }

  public static final class IsLast {
    @Trial
    void passes() {}
  }
}
