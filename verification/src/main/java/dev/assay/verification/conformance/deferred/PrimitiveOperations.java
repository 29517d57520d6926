// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.deferred;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import dev.assay.deferred.Callback;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.DeferredSemaphore;
import dev.assay.deferred.Outcome;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Names;
import dev.assay.verification.conformance.language.Script;
import java.util.function.Supplier;

/** The operations on locks, semaphores and queues. */
final class PrimitiveOperations {
  private final World world;
  private final Names<Guard> guards;
  private final Names<DeferredQueue<JsonElement>> queues;

  private PrimitiveOperations(World world) {
    this.world = world;
    this.guards = world.names("a lock or semaphore");
    this.queues = world.names("a queue");
  }

  static void define(World world) {
    PrimitiveOperations operations = new PrimitiveOperations(world);
    world.script.define("lock", operations::lock);
    world.script.define("semaphore", operations::semaphore);
    world.script.define("acquire", operations::acquire);
    world.script.define("release", operations::release);
    world.script.define("run", operations::run);
    world.script.define("queue", operations::queue);
    world.script.define("put", operations::put);
    world.script.define("get", operations::get);
  }

  private Script.Action lock(Fields step) {
    String name = guards.declare(step.text("name"));
    return () -> guards.put(name, Guard.of(new DeferredLock()));
  }

  private Script.Action semaphore(Fields step) {
    String name = guards.declare(step.text("name"));
    int tokens = step.number("tokens");
    return () -> guards.put(name, Guard.of(new DeferredSemaphore(tokens)));
  }

  private Script.Action acquire(Fields step) {
    Supplier<Guard> guard = guards.use(step.text("on"));
    return made(step, () -> guard.get().acquire().get());
  }

  private Script.Action release(Fields step) {
    Supplier<Guard> guard = guards.use(step.text("on"));
    return () -> guard.get().release().run();
  }

  private Script.Action run(Fields step) {
    Supplier<Guard> guard = guards.use(step.text("on"));
    String name = step.text("name");
    if (step.isGiven("waits")) {
      Supplier<Deferred<JsonElement>> waits = world.deferreds.use(step.text("waits"));
      world.handovers.add(step.text("waits"), name);
      return made(step, () -> guard.get().runDeferring().apply(() -> ran(name, waits.get())));
    }
    JsonElement value = new JsonPrimitive("ran-" + name);
    return made(step, () -> guard.get().run().apply(() -> ran(name, value)));
  }

  private Script.Action queue(Fields step) {
    String name = queues.declare(step.text("name"));
    int size = limit(step, "size");
    int backlog = limit(step, "backlog");
    return () -> queues.put(name, new DeferredQueue<>(size, backlog));
  }

  private Script.Action put(Fields step) {
    Supplier<DeferredQueue<JsonElement>> queue = queues.use(step.text("on"));
    JsonElement value = step.value("value");
    return () -> queue.get().put(value);
  }

  private Script.Action get(Fields step) {
    Supplier<DeferredQueue<JsonElement>> queue = queues.use(step.text("on"));
    return made(step, () -> queue.get().get());
  }

  private static int limit(Fields step, String name) {
    return step.isGiven(name) ? step.number(name) : DeferredQueue.UNLIMITED;
  }

  /** Returns an action that names the Deferred that is made, and traces its result. */
  private Script.Action made(Fields step, Supplier<Deferred<?>> maker) {
    String name = world.deferreds.declare(step.text("name"));
    Callback<Outcome<?>, JsonElement> fired =
        result -> {
          world.trace.add("fired", name, result);
          return JsonNull.INSTANCE;
        };
    return () -> world.deferreds.put(name, maker.get().addBoth(fired));
  }

  private <T> T ran(String name, T result) {
    world.trace.add("run", name);
    return result;
  }
}
