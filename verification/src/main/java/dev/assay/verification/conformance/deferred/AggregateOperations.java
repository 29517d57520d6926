// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.deferred;

import com.google.gson.JsonElement;
import dev.assay.deferred.Callback;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.TwistedLists;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Script;
import dev.assay.verification.conformance.language.Values;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operations that make one Deferred of several. */
final class AggregateOperations {
  private final World world;

  private AggregateOperations(World world) {
    this.world = world;
  }

  static void define(World world) {
    AggregateOperations operations = new AggregateOperations(world);
    world.script.define("list", operations::list);
    world.script.define("gather", operations::gather);
    world.script.define("race", operations::race);
  }

  private Script.Action list(Fields step) {
    boolean oneCallback = step.flag("fireOnOneCallback");
    boolean oneErrback = step.flag("fireOnOneErrback");
    boolean consume = step.flag("consumeErrors");
    return aggregate(
        step,
        Values::listed,
        members -> TwistedLists.list(members, oneCallback, oneErrback, consume));
  }

  private Script.Action gather(Fields step) {
    boolean consumeErrors = step.flag("consumeErrors");
    return aggregate(
        step, Values::gathered, members -> TwistedLists.gather(members, consumeErrors));
  }

  private Script.Action race(Fields step) {
    return aggregate(step, Values::won, Deferreds::race);
  }

  /**
   * Reads a step that makes an aggregate.
   *
   * @param writer turns what the aggregate gives into what a recording shows of it
   */
  private Script.Action aggregate(
      Fields step, Callback<@Nullable Object, JsonElement> writer, Maker maker) {
    String name = world.deferreds.declare(step.text("name"));
    List<Supplier<Deferred<JsonElement>>> members =
        step.texts("of").stream().map(world.deferreds::use).toList();
    return () -> {
      Deferred<?> aggregate = maker.make(members.stream().map(Supplier::get).toList());
      world.deferreds.put(name, aggregate.addCallback(writer));
    };
  }

  /** What makes an aggregate of its members. */
  @FunctionalInterface
  private interface Maker {
    Deferred<?> make(List<Deferred<JsonElement>> members);
  }
}
