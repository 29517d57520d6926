// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.time.ReactorTime;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The trials that stand in the page about trials. */
public final class PageSamples {
  private PageSamples() {}

  /** What the trials are about. */
  static final class Kettle {
    private final ReactorTime time;

    Kettle(ReactorTime time) {
      this.time = time;
    }

    Deferred<Integer> boil() {
      Deferred<Integer> boiled = new Deferred<>();
      time.callLater(Duration.ofMinutes(1), () -> boiled.callback(100));
      return boiled;
    }
  }

  @Tag("kitchen")
  public static final class KettleTrial {
    private final Kettle kettle;

    KettleTrial(FakeReactor reactor) {
      kettle = new Kettle(reactor);
    }

    @Trial
    @TimeLimit(virtual = "90s")
    Deferred<?> boils() {
      return kettle.boil().addCallback(degrees -> assertThat(degrees).isEqualTo(100));
    }

    @Trial
    void takesItsTime(FakeReactor reactor) {
      Deferred<Integer> boiled = kettle.boil();
      reactor.advance(Duration.ofSeconds(59));
      assertThat(boiled.isFired()).isFalse();
      reactor.advance(Duration.ofSeconds(1));
      assertThat(boiled.isFired()).isTrue();
    }
  }

  public static final class TeaTrial {
    private final List<String> table = new ArrayList<>();

    @BeforeEach
    void boilWater(FakeReactor reactor, TrialContext trial) throws Throwable {
      int degrees = trial.await(new Kettle(reactor).boil());
      table.add("water at " + degrees);
    }

    @AfterEach
    void washUp() {
      table.clear();
    }

    @Nested
    final class WithMilk {
      @BeforeEach
      void addMilk() {
        table.add("milk");
      }

      @Trial
      void isReady() {
        assertThat(table).containsExactly("water at 100", "milk");
      }
    }
  }
}
