// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.descriptor;

import static java.util.Objects.requireNonNull;

import dev.assay.ledger.Errors;
import dev.assay.reactor.ReactorDescriptors.Descriptor;
import dev.assay.reactor.ReactorDescriptors.ReadDescriptor;
import dev.assay.reactor.ReactorDescriptors.WriteDescriptor;
import dev.assay.reactor.rules.Guard;
import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.nio.NioSelectableChannelIoHandle;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A channel that is watched, with the descriptors to notify. */
final class Watch extends NioSelectableChannelIoHandle<SelectableChannel> {
  private final Descriptors descriptors;
  private final SelectableChannel channel;
  private final List<ReadDescriptor> readers = new ArrayList<>();
  private final List<WriteDescriptor> writers = new ArrayList<>();
  private final IoRegistration registration;

  Watch(Descriptors descriptors, SelectableChannel channel) {
    super(channel);
    this.descriptors = descriptors;
    this.channel = channel;
    this.registration =
        requireNonNull(descriptors.loop().network().register(this).getNow(), "registration");
  }

  boolean isOf(SelectableChannel other) {
    return channel.equals(other);
  }

  void read(ReadDescriptor reader) {
    if (!readers.contains(reader)) {
      readers.add(reader);
      submit();
    }
  }

  void write(WriteDescriptor writer) {
    if (!writers.contains(writer)) {
      writers.add(writer);
      submit();
    }
  }

  void stopReading(ReadDescriptor reader) {
    if (readers.remove(reader)) {
      submit();
    }
  }

  void stopWriting(WriteDescriptor writer) {
    if (writers.remove(writer)) {
      submit();
    }
  }

  /** Stops watching. */
  @Override
  public void close() {
    readers.clear();
    writers.clear();
    submit();
  }

  /** Returns the descriptors, each once. */
  Set<Descriptor> all() {
    Set<Descriptor> all = new LinkedHashSet<>(readers);
    all.addAll(writers);
    return all;
  }

  @Override
  protected void handle(SelectableChannel ready, SelectionKey key) {
    if (key.isValid() && key.isReadable()) {
      for (ReadDescriptor reader : List.copyOf(readers)) {
        tell(reader, reader::doRead);
      }
    }
    if (key.isValid() && key.isWritable()) {
      for (WriteDescriptor writer : List.copyOf(writers)) {
        tell(writer, writer::doWrite);
      }
    }
  }

  /** Notifies a descriptor; one that throws is not notified again. */
  private void tell(Descriptor descriptor, Runnable doing) {
    try {
      doing.run();
    } catch (Throwable error) {
      Errors.log(Descriptors.name(descriptor), error);
      readers.removeIf(descriptor::equals);
      writers.removeIf(descriptor::equals);
      submit();
      Guard.run(Descriptors.name(descriptor), () -> descriptor.connectionLost(error));
    }
  }

  /** Tells Netty what to watch for; a channel without descriptors is not watched. */
  private void submit() {
    if (readers.isEmpty() && writers.isEmpty()) {
      registration.cancel();
      descriptors.remove(this);
      return;
    }
    NioIoOps ops = readers.isEmpty() ? NioIoOps.NONE : NioIoOps.READ;
    registration.submit(writers.isEmpty() ? ops : ops.with(NioIoOps.WRITE));
  }
}
