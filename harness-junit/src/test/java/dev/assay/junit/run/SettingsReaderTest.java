// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.junit.AllowRealTime;
import dev.assay.pending.PendingKind;
import dev.assay.sample.stern.SternSamples;
import dev.assay.trial.RealTimeRule;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialSettings;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettingsReaderTest {
  private static TrialSettings settings(String name) {
    Class<?> type = type(name);
    Method test =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals("test"))
            .findFirst()
            .orElseGet(() -> own(type));
    return new SettingsReader(parameter -> Optional.empty()).of(type, test);
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(SternSamples.class.getName() + "$" + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Method own(Class<?> type) {
    try {
      return type.getDeclaredMethod("test");
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void annotation_madeOfOthers_countsOnThePackage() {
    TrialSettings settings = settings("Plain");
    assertThat(settings.strictness()).isEqualTo(Strictness.STRICT);
    assertThat(settings.virtualLimit()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.allowed()).containsExactly(PendingKind.LOCK);
  }

  @Test
  void strictness_ofTheClassAndOfItsSuperclass_isThatOfTheClass() {
    assertThat(settings("Sub").strictness()).isEqualTo(Strictness.LENIENT);
  }

  @Test
  void strictness_ofAnInterface_countsInTheClass() {
    assertThat(settings("Implementation").strictness()).isEqualTo(Strictness.LENIENT);
  }

  @Test
  void permissions_ofTheClassItsSuperclassItsInterfaceAndItsPackage_addUp() {
    TrialSettings settings = settings("Sub");
    assertThat(settings.allowed())
        .containsExactlyInAnyOrder(
            PendingKind.LOCK,
            PendingKind.PRODUCER,
            PendingKind.DELAYED_CALL,
            PendingKind.CONNECTION);
    assertThat(settings.allowedNames()).containsExactly("base", "sub");
  }

  @Test
  void limits_thatTheClassLeavesOpen_areThoseOfItsSuperclassAndPackage() {
    TrialSettings settings = settings("Sub");
    assertThat(settings.virtualLimit()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.realLimit()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.blockingLimit()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void todo_ofASuperclass_isInherited() {
    assertThat(settings("Sub").todo()).hasFieldOrPropertyWithValue("reason", "in the base");
  }

  @Test
  void method_annotatedTwiceOver_hasBothAndTheSettingsAround() {
    TrialSettings settings = settings("Sub$Inside");
    assertThat(settings.strictness()).isEqualTo(Strictness.STRICT);
    assertThat(settings.virtualLimit()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.realLimit()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.allowed()).contains(PendingKind.DESCRIPTOR, PendingKind.CONNECTION);
  }

  @Test
  void rule_forRealTime_isThatOfTheParameter() {
    SettingsReader reader =
        new SettingsReader(
            name -> name.equals("trial.realtime") ? Optional.of(" Fail ") : Optional.empty());
    assertThat(reader.of(SettingsReaderTest.class).realTime()).isEqualTo(RealTimeRule.FAIL);
    assertThat(reader.of(Timed.class).realTime()).isEqualTo(RealTimeRule.ALLOW);
  }

  @Test
  void rule_forRealTime_thatIsNone_isRefused() {
    assertThatThrownBy(
            () ->
                new SettingsReader(
                    name ->
                        name.equals("trial.realtime") ? Optional.of("never") : Optional.empty()))
        .hasMessage("trial.realtime must be allow, report or fail: never");
  }

  @AllowRealTime
  private static final class Timed {}
}
