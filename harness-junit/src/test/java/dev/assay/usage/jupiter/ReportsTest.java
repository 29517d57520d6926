// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.FakeReactor;
import dev.assay.junit.jupiter.TrialTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;

final class ReportsTest {
  @Test
  void virtualTime_isReported_ifItHasMoved() {
    assertThat(Ran.of(Timed.class).reported()).containsExactly("trial.virtual=PT1.5S");
  }

  @Test
  void timelineOfAFailure_isAttached(@TempDir Path folder) throws IOException {
    Ran ran = Ran.of(Armed.class, kit -> kit.outputDirectoryCreator(new Into(folder)));

    List<FileEntry> files =
        ran.results().allEvents().fileEntryPublished().stream()
            .map(event -> event.getRequiredPayload(FileEntry.class))
            .toList();
    assertThat(files).hasSize(1);
    assertThat(files.get(0).getPath()).isEqualTo(folder.resolve("timeline.jsonl"));
    assertThat(Files.readString(files.get(0).getPath()))
        .contains("\"armed\"", "\"DelayedCall#1\"")
        .endsWith("}\n");
    assertThat(ran.failureOf("leaks(FakeReactor)").getSuppressed())
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
        .hasMessageEndingWith(" real; the timeline is in " + files.get(0).getPath());
  }

  @Test
  void timelineThatCannotBeWritten_isLeftOut(@TempDir Path folder) {
    Path missing = folder.resolve("missing");

    Ran ran = Ran.of(Armed.class, kit -> kit.outputDirectoryCreator(new Into(missing)));

    assertThat(ran.tests())
        .containsEntry("clean(FakeReactor)", "passed")
        .containsEntry("leaks(FakeReactor)", "A-PENDING-CALL");
  }

  static final class Timed {
    @TrialTest
    void moves(FakeReactor reactor) {
      reactor.advance(Duration.ofMillis(1_500));
    }

    @TrialTest
    void stands(FakeReactor reactor) {
      reactor.advance(Duration.ZERO);
    }
  }

  static final class Armed {
    @TrialTest
    void leaks(FakeReactor reactor) {
      reactor.callLater(Duration.ofSeconds(1), () -> {});
    }

    @TrialTest
    void clean(FakeReactor reactor) {
      reactor.callLater(Duration.ofSeconds(1), () -> {}).cancel();
    }
  }

  private record Into(Path folder) implements OutputDirectoryCreator {
    @Override
    public Path getRootDirectory() {
      return folder;
    }

    @Override
    public Path createOutputDirectory(TestDescriptor descriptor) {
      return folder;
    }
  }
}
