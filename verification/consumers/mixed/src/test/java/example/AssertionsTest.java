// SPDX-License-Identifier: Apache-2.0
package example;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import dev.assay.junit.assertj.AssaySoftAssertions;
import java.time.Duration;

/** Assertions about Deferreds, beside those that AssertJ has. */
class AssertionsTest {
  @Trial
  Deferred<?> areAboutDeferreds(FakeReactor reactor) {
    Deferred<String> later = new Deferred<>();
    reactor.callLater(Duration.ofSeconds(1), () -> later.callback("done"));
    assertThat(later).hasNoResult();
    reactor.advance(Duration.ofSeconds(1));
    assertThat(later).succeededWith("done");
    assertThat(reactor.elapsed()).hasSeconds(1);
    return later;
  }

  @Trial
  void fail() {
    assertThat(new Deferred<String>()).succeededWith("done");
  }

  @Trial
  void failTogether() {
    AssaySoftAssertions softly = new AssaySoftAssertions();
    softly.assertThat(new Deferred<String>()).succeededWith("done");
    softly.assertThat(1).isEqualTo(2);
    softly.assertAll();
  }
}
