// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.bytes.Bytes;
import dev.assay.fake.bytes.SocketOptions;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import dev.assay.tls.TlsOptions;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.List;

/** One end of a connection in memory, as its protocol sees it. */
final class FakeTransport implements Transport {
  private final StreamEnd end;
  private final SocketOptions options = new SocketOptions();

  FakeTransport(StreamEnd end) {
    this.end = end;
  }

  StreamEnd end() {
    return end;
  }

  @Override
  public void write(byte[] data) {
    end.checkRequest("write");
    end.write(data);
  }

  @Override
  public void writeSequence(List<byte[]> pieces) {
    write(Bytes.join(pieces));
  }

  @Override
  public void loseConnection() {
    end.checkThread("loseConnection");
    end.close();
  }

  @Override
  public void loseWriteConnection() {
    end.checkThread("loseWriteConnection");
    end.closeWrite();
  }

  @Override
  public void startTls(TlsOptions tls) {
    end.checkRequest("startTls");
    end.startTls(tls);
  }

  @Override
  public void abortConnection() {
    end.checkThread("abortConnection");
    end.abort();
  }

  @Override
  public boolean isConnected() {
    return end.life().isConnected() && !end.life().isClosing();
  }

  @Override
  public void registerProducer(PushProducer producer) {
    end.checkThread("registerProducer");
    if (end.life().isOver()) {
      producer.stopProducing();
    } else {
      end.sender().register(producer);
    }
  }

  @Override
  public void registerProducer(PullProducer producer) {
    end.checkThread("registerProducer");
    if (end.life().isOver()) {
      producer.stopProducing();
    } else {
      end.sender().register(producer);
    }
  }

  @Override
  public void unregisterProducer() {
    end.checkThread("unregisterProducer");
    if (!end.life().isOver()) {
      end.sender().unregister();
    }
  }

  @Override
  public void pauseProducing() {
    end.checkThread("pauseProducing");
    end.receiver().pause();
  }

  @Override
  public void resumeProducing() {
    end.checkThread("resumeProducing");
    end.receiver().resume();
  }

  @Override
  public void stopProducing() {
    loseConnection();
  }

  @Override
  public SocketAddress host() {
    return end.host();
  }

  @Override
  public SocketAddress peer() {
    return end.peer();
  }

  @Override
  public <T> void setOption(SocketOption<T> option, T value) {
    end.checkThread("setOption");
    options.set(option, value);
  }

  @Override
  public <T> T option(SocketOption<T> option) {
    return options.get(option);
  }

  @Override
  public String toString() {
    return end.toString();
  }
}
