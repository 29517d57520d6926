// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds of Deferreds that wait for each other, however they do. */
final class ChainProperties {
  /** What a callback's Deferred comes to, and whether it does so only later. */
  record Link(boolean fails, boolean late) {
    Deferred<String> after(String in, String name, Deque<Runnable> later) {
      Deferred<String> deferred = new Deferred<>();
      Runnable fire =
          fails
              ? () -> deferred.errback(new IOException(in + name))
              : () -> deferred.callback(in + name);
      if (late) {
        later.add(fire);
      } else {
        fire.run();
      }
      return deferred;
    }
  }

  @Provide
  Arbitrary<Link> links() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(either, either).as(Link::new);
  }

  @Property
  void chainOfChains_isOneChain(
      @ForAll("links") Link start, @ForAll("links") Link f, @ForAll("links") Link g) {
    Deque<Runnable> later = new ArrayDeque<>();
    Deferred<String> nested = start.after("", "start", later);
    nested.addDeferringCallback(
        v -> f.after(v, " f", later).addDeferringCallback(w -> g.after(w, " g", later)));
    Deferred<String> flat = start.after("", "start", later);
    flat.addDeferringCallback(v -> f.after(v, " f", later))
        .addDeferringCallback(w -> g.after(w, " g", later));
    while (!later.isEmpty()) {
      later.remove().run();
    }
    assertThat(flat.toString()).isEqualTo(nested.toString()).contains("ed");
    assertThat(flat.state()).isInstanceOf(Outcome.class);
  }

  @Property
  void chainOfAnyLinks_firedInAnyOrder_firstGetsTheResultOfTheLast(
      @ForAll @Size(max = 30) List<Boolean> explicit, @ForAll Random random) {
    List<Deferred<Integer>> chain = new ArrayList<>();
    explicit.forEach(link -> chain.add(new Deferred<>()));
    Deferred<Integer> last = new Deferred<>();
    chain.add(last);
    List<Runnable> firings = new ArrayList<>(List.of(() -> last.callback(7)));
    for (int i = 0; i < explicit.size(); i++) {
      Deferred<Integer> next = chain.get(i + 1);
      Deferred<Integer> deferred = chain.get(i);
      if (!explicit.get(i)) {
        deferred.addDeferringCallback(v -> next);
        firings.add(() -> deferred.callback(0));
      }
    }
    for (int i = 0; i < explicit.size(); i++) {
      if (explicit.get(i)) {
        chain.get(i + 1).chainDeferred(chain.get(i));
      }
    }
    Collections.shuffle(firings, random);
    firings.forEach(Runnable::run);
    assertThat(chain.get(0)).hasToString("Deferred [succeeded: 7]");
    assertThat(chain.subList(1, chain.size()))
        .allMatch(deferred -> deferred.toString().equals("Deferred [succeeded: null]"));
  }
}
