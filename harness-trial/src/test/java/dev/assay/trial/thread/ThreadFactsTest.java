// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ThreadFactsTest {
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void end() {
    over.countDown();
  }

  @Test
  void all_moreThreadsThanThereIsRoomFor_areAllFound() {
    ThreadGroup group = new ThreadGroup("several");
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Thread thread = new Thread(group, this::waitForTheEnd);
      thread.start();
      threads.add(thread);
    }

    assertThat(ThreadFacts.all(group, 1)).containsExactlyInAnyOrderElementsOf(threads);
    assertThat(ThreadFacts.all()).containsAll(threads);
  }

  private void waitForTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
