// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Display;
import dev.assay.trial.run.Run;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Objects whose {@code toString()} does not end: a report goes on without what they would say. */
@Timeout(60)
final class SilentObjectsTest {
  private static final String SILENT = "a SilentObjectsTest$%s whose toString() does not end";

  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void end() {
    over.countDown();
  }

  @Test
  void objectsWithoutEnd_hideNothing_andShareTheTimeOfOneReport() {
    List<Throwable> problems =
        Run.problems(
            Run.of(
                trial -> {
                  Deferred.fail(new SilentFailure(over));
                  return Deferred.succeed(new SilentValue(over))
                      .addCallback(value -> new SilentValue(over))
                      .addDeferringCallback(value -> new Deferred<>());
                }));

    assertThat(problems.get(0))
        .hasMessageStartingWith("A-NEVER-FIRES: ")
        .hasMessageContaining(SILENT.formatted("SilentValue"));
    assertThat(problems.get(1))
        .hasMessageStartingWith("A-UNHANDLED-FAILURE: ")
        .hasMessageContaining("created at SilentObjectsTest.java:")
        .hasMessageContaining(SILENT.formatted("SilentFailure"));
  }

  @Test
  void valueThatThisThreadHasLocked_isAskedHere() {
    Synchronized value = new Synchronized();
    Run.of(
        trial -> {
          synchronized (value) {
            assertThat(Display.of(value)).isEqualTo("synchronized");
          }
          return null;
        });
  }

  private static void waitFor(CountDownLatch over) {
    while (over.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @SuppressWarnings("OverrideThrowableToString") // that is what some users' do
  private static final class SilentFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CountDownLatch over;

    SilentFailure(CountDownLatch over) {
      this.over = over;
    }

    @Override
    public String toString() {
      waitFor(over);
      return "at last";
    }
  }

  private record SilentValue(CountDownLatch over) {
    @Override
    public String toString() {
      waitFor(over);
      return "at last";
    }
  }

  private static final class Synchronized {
    @Override
    public synchronized String toString() {
      return "synchronized";
    }
  }
}
