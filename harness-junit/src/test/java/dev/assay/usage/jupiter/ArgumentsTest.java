// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.junit.jupiter.TrialTest;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What is made for the arguments of tests belongs to the trial of their template. */
final class ArgumentsTest {
  @Test
  void whatAProviderLeaves_failsTheTemplate() {
    Ran ran = Ran.of(Leaving.class);

    assertThat(ran.tests())
        .containsOnly(
            entry("\"leaks\"", "A-PENDING-DEFERRED"),
            entry("\"passes\"", "passed"),
            entry("plain()", "passed"));
    assertThat(ran.containers())
        .containsEntry("test(String)", "A-PENDING-CALL")
        .containsEntry("provided(String)", "A-UNHANDLED-FAILURE");
    assertThat(ran.failureOf("test(String)"))
        .hasMessageContaining("in names, during arguments")
        .hasMessageEndingWith("replay: " + Leaving.class.getName() + "#test");
  }

  @Test
  void whatAProviderMakes_andTheTestsUse_isNoLeak() {
    assertThat(Ran.of(Sharing.class).tests()).hasSize(6).containsValues("passed");
    assertThat(Ran.of(Sharing.class).containers()).doesNotContainValue("A-PENDING-CALL");
    Ran.of(Sharing.class).results().allEvents().assertStatistics(stats -> stats.failed(0));
  }

  @Test
  void testsInParallel_mayUseWhatAProviderHasMadeForEach() {
    UnaryOperator<EngineTestKit.Builder> parallel =
        kit ->
            kit.configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter(
                    "junit.jupiter.execution.parallel.mode.default", "concurrent");

    Ran.of(OneForEach.class, parallel)
        .results()
        .allEvents()
        .assertStatistics(stats -> stats.failed(0));
  }

  @ExtendWith(TrialExtension.class)
  static final class Leaving {
    static Stream<String> names() {
      return Stream.of("passes", "leaks")
          .map(
              name -> {
                new VirtualClock().callLater(Duration.ofSeconds(1), () -> {});
                return name;
              });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void test(String name) {
      if (name.equals("leaks")) {
        new Deferred<String>().addCallback(value -> value);
      }
    }

    static final class Failing implements ArgumentsProvider {
      @Override
      public Stream<Arguments> provideArguments(
          ParameterDeclarations parameters, ExtensionContext context) {
        Deferred.fail(new IllegalStateException("dropped"));
        return Stream.of(Arguments.of("passes"));
      }
    }

    @ParameterizedTest(name = "{0}")
    @ArgumentsSource(Failing.class)
    void provided(String name) {}

    @TrialTest
    void plain() {}
  }

  @ExtendWith(TrialExtension.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static sealed class OneForEach {
    Stream<Deferred<Integer>> unfired() {
      return IntStream.range(0, 3)
          .mapToObj(i -> new Deferred<Integer>().addCallback(value -> value + i));
    }

    @ParameterizedTest
    @MethodSource("unfired")
    void fires(Deferred<Integer> deferred) {
      deferred.callback(1);
    }
  }

  static final class Sharing extends OneForEach {
    static Stream<Runnable> timers() {
      VirtualClock clock = new VirtualClock();
      return IntStream.range(0, 3)
          .mapToObj(i -> () -> clock.callLater(Duration.ofSeconds(i), () -> {}).cancel());
    }

    @ParameterizedTest
    @MethodSource("timers")
    void runs(Runnable timer) {
      timer.run();
    }
  }
}
