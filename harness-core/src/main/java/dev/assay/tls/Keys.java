// SPDX-License-Identifier: Apache-2.0
package dev.assay.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The own certificate with its key, and the trusted certificates.
 *
 * @param context the context of the JDK that has them, or null for that of the JDK's defaults
 * @param key the own key, or null if there is none or it is known to the context only
 * @param certificates the own certificate and those that certify it; empty if not known or none
 * @param trusted the trusted certificates; empty if known to the context only
 */
record Keys(
    @Nullable SSLContext context,
    @Nullable PrivateKey key,
    List<X509Certificate> certificates,
    List<X509Certificate> trusted) {

  static final Keys DEFAULT = new Keys(null, null, List.of(), List.of());

  private static final char[] NO_PASSWORD = {};

  /** Creates the keys and their context. */
  static Keys of(
      @Nullable PrivateKey key, List<X509Certificate> certificates, List<X509Certificate> trusted) {
    try {
      SSLContext made = SSLContext.getInstance("TLS");
      KeyManager[] own = key == null ? null : keyManagers(key, certificates);
      made.init(own, trusted.isEmpty() ? null : trustManagers(trusted), null);
      return new Keys(made, key, List.copyOf(certificates), List.copyOf(trusted));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "certificates must be usable with their key: " + e.getMessage(), e);
    }
  }

  /** Returns these with other trusted certificates. */
  Keys withTrusted(List<X509Certificate> others) {
    if (context != null && key == null && trusted.isEmpty()) {
      throw new IllegalStateException("the context has trusted certificates; create another one");
    }
    if (others.isEmpty()) {
      throw new IllegalArgumentException("trusted must have a certificate: []");
    }
    return of(key, certificates, others);
  }

  /** Returns the context of the JDK. */
  SSLContext contextOrDefault() {
    if (context != null) {
      return context;
    }
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK has no context for TLS: " + e.getMessage(), e);
    }
  }

  private static KeyManager[] keyManagers(PrivateKey key, List<X509Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setKeyEntry("key", key, NO_PASSWORD, certificates.toArray(X509Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static TrustManager[] trustManagers(List<X509Certificate> trusted)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    for (int i = 0; i < trusted.size(); i++) {
      store.setCertificateEntry("trusted " + i, trusted.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
