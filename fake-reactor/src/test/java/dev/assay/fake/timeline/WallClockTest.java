// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.fake.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WallClockTest {
  private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

  private final VirtualClock clock = new VirtualClock();
  private final Clock wall = clock.wallClock();

  @Test
  void wallClock_beginsInTheYear2000InUtc() {
    assertThat(wall.instant()).isEqualTo(BEGINNING);
    assertThat(wall.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void wallClock_goesOnWithVirtualTime() {
    clock.advance(Duration.ofDays(366));
    clock.jump(Duration.ofNanos(5));

    assertThat(wall.instant()).isEqualTo("2001-01-01T00:00:00.000000005Z");
    assertThat(wall.millis()).isEqualTo(wall.instant().toEpochMilli());
  }

  @Test
  void wallClock_isAnInstantSourceToo() {
    InstantSource source = clock.wallClock();
    clock.advance(Duration.ofSeconds(1));

    assertThat(source.instant()).isEqualTo("2000-01-01T00:00:01Z");
  }

  @Test
  void callSeesTheWallTimeOfItsOwnDueTime() {
    List<Instant> seen = new ArrayList<>();
    clock.callLater(Duration.ofSeconds(3), () -> seen.add(wall.instant()));
    clock.advance(Duration.ofSeconds(10));

    assertThat(seen).containsExactly(Instant.parse("2000-01-01T00:00:03Z"));
  }

  @Test
  void clockInAnotherZone_isTheSameClock() {
    Clock tokyo = wall.withZone(ZoneId.of("Asia/Tokyo"));
    clock.advance(Duration.ofHours(16));

    assertThat(tokyo.instant()).isEqualTo(wall.instant());
    assertThat(LocalDate.now(tokyo)).isEqualTo("2000-01-02");
    assertThat(LocalDate.now(wall)).isEqualTo("2000-01-01");
    assertThat(tokyo.withZone(ZoneId.of("Asia/Tokyo"))).isSameAs(tokyo);
  }

  @Test
  void setWallClock_isWhatAllViewsRead_andRunsNothing() {
    clock.advance(Duration.ofSeconds(1));
    clock.callLater(Duration.ofSeconds(1), WallClockTest::mustNotRun);
    clock.setWallClock(Instant.parse("2024-02-29T12:00:00Z"));

    assertThat(wall.instant()).isEqualTo("2024-02-29T12:00:00Z");
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void stepWallClock_movesItBothWays_andRunsNothing() {
    clock.callLater(Duration.ofMinutes(1), WallClockTest::mustNotRun);
    clock.stepWallClock(Duration.ofHours(1));
    assertThat(wall.instant()).isEqualTo("2000-01-01T01:00:00Z");
    clock.stepWallClock(Duration.ofHours(-2));

    assertThat(wall.instant()).isEqualTo("1999-12-31T23:00:00Z");
    assertThat(clock.nextDue()).contains(Duration.ofMinutes(1));
  }

  @Test
  void stepOutOfAllTime_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.stepWallClock(Duration.ofSeconds(Long.MAX_VALUE)))
        .withMessageStartingWith(
            "by must keep the wall clock within -1000000000-01-01T00:00:00Z and"
                + " +1000000000-12-31T23:59:59.999999999Z: PT");
    assertThat(wall.instant()).isEqualTo(BEGINNING);
  }

  @Test
  void settingToBeforeAllTime_isRefused() {
    clock.advance(Duration.ofSeconds(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.setWallClock(Instant.MIN))
        .withMessage("time must not be before the earliest Instant: -1000000000-01-01T00:00:00Z");
  }

  @Test
  void toString_tellsTimeAndZone() {
    assertThat(wall).hasToString("wall clock at 2000-01-01T00:00:00Z in Z");
  }

  private static void mustNotRun() {
    throw new AssertionError("must not run");
  }
}
