// SPDX-License-Identifier: Apache-2.0
package dev.assay.tls;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The options of TLS on one side of a connection: its own certificate, those that it trusts, and
 * what it agrees to.
 *
 * <p>A client checks that the certificate of the server is for the host that the client was told to
 * connect to, unless {@link #withoutHostNameCheck()} was called. A path has no name to check.
 *
 * @since 0.1
 */
public final class TlsOptions {
  /** The options of a client that trusts what the JDK trusts, and has no certificate itself. */
  public static final TlsOptions DEFAULT =
      new TlsOptions(Keys.DEFAULT, null, true, List.of(), false);

  private final Keys keys;
  private final @Nullable String hostName;
  private final boolean hostNameChecked;
  private final List<String> applicationProtocols;
  private final boolean clientCertificateRequired;

  private TlsOptions(
      Keys keys,
      @Nullable String hostName,
      boolean hostNameChecked,
      List<String> applicationProtocols,
      boolean clientCertificateRequired) {
    this.keys = keys;
    this.hostName = hostName;
    this.hostNameChecked = hostNameChecked;
    this.applicationProtocols = applicationProtocols;
    this.clientCertificateRequired = clientCertificateRequired;
  }

  /** Returns options with the keys and the trusted certificates of a context. */
  public static TlsOptions ofContext(SSLContext context) {
    requireNonNull(context, "context");
    return DEFAULT.with(new Keys(context, null, List.of(), List.of()));
  }

  /**
   * Returns options with a certificate and its key, which trust what the JDK trusts.
   *
   * @param chain the certificate, followed by those that certify it
   * @throws IllegalArgumentException if they cannot be used together
   */
  public static TlsOptions ofCertificate(PrivateKey key, List<X509Certificate> chain) {
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("chain must have a certificate: []");
    }
    return DEFAULT.with(Keys.of(requireNonNull(key, "key"), chain, List.of()));
  }

  /**
   * Returns options with a certificate and its key, which trust what the JDK trusts.
   *
   * @param chain a PEM file with the certificate, followed by those that certify it
   * @param key a PEM file with the private key, in PKCS#8 and not encrypted
   * @throws IOException if a file cannot be read, or does not have what it must have
   */
  public static TlsOptions ofPem(Path chain, Path key) throws IOException {
    List<X509Certificate> own = Pem.certificates(chain);
    return ofCertificate(Pem.privateKey(key, own.get(0).getPublicKey()), own);
  }

  /**
   * Returns these options with certificates to trust, and no others.
   *
   * @throws IllegalStateException if these are the options of a context
   */
  public TlsOptions withTrusted(List<X509Certificate> certificates) {
    return with(keys.withTrusted(certificates));
  }

  /**
   * Returns these options with the certificates in a PEM file to trust, and no others.
   *
   * @throws IOException if the file cannot be read, or has no certificate
   * @throws IllegalStateException if these are the options of a context
   */
  public TlsOptions withTrustedPem(Path file) throws IOException {
    return withTrusted(Pem.certificates(file));
  }

  /**
   * Returns these options with another name that the certificate of the server must be for. By
   * default it is the name or address that the client was told to connect to.
   */
  public TlsOptions withHostName(String name) {
    requireNonNull(name, "name");
    return new TlsOptions(
        keys, name, hostNameChecked, applicationProtocols, clientCertificateRequired);
  }

  /**
   * Returns these options without the check that the certificate of the server is for the right
   * host. <strong>Whoever has any trusted certificate, for whatever host, can then pose as the
   * server.</strong>
   */
  public TlsOptions withoutHostNameCheck() {
    return new TlsOptions(keys, hostName, false, applicationProtocols, clientCertificateRequired);
  }

  /**
   * Returns these options with names of application protocols, such as {@code h2}, the preferred
   * one first. The first of the server that the client has too is agreed on; if there is none, the
   * handshake fails. If one side has no names, none is agreed on.
   */
  public TlsOptions withApplicationProtocols(String... names) {
    return new TlsOptions(
        keys, hostName, hostNameChecked, List.of(names), clientCertificateRequired);
  }

  /** Returns these options of a server such that each client must have a trusted certificate. */
  public TlsOptions withClientCertificateRequired() {
    return new TlsOptions(keys, hostName, hostNameChecked, applicationProtocols, true);
  }

  /**
   * Returns the context of the JDK that has the keys and the trusted certificates.
   *
   * @throws IllegalStateException if these are the options of the JDK's context, and it has none
   */
  public SSLContext context() {
    return keys.contextOrDefault();
  }

  /** Returns the own certificate and those that certify it; empty if not known or none. */
  public List<X509Certificate> certificates() {
    return keys.certificates();
  }

  /** Returns the trusted certificates; empty if they are those of a context. */
  public List<X509Certificate> trusted() {
    return keys.trusted();
  }

  /** Returns the name that the certificate of the server must be for, or null for the default. */
  public @Nullable String hostName() {
    return hostName;
  }

  /** Returns whether a client checks that the certificate of the server is for the right host. */
  public boolean isHostNameChecked() {
    return hostNameChecked;
  }

  /** Returns the names of application protocols, the preferred one first. */
  public List<String> applicationProtocols() {
    return applicationProtocols;
  }

  /** Returns whether a server requires a certificate of each client. */
  public boolean isClientCertificateRequired() {
    return clientCertificateRequired;
  }

  /** Returns what is special about these options, such as {@code TlsOptions[h2]}. */
  @Override
  public String toString() {
    return "TlsOptions"
        + applicationProtocols
        + (hostNameChecked ? "" : " without host name check");
  }

  private TlsOptions with(Keys others) {
    return new TlsOptions(
        others, hostName, hostNameChecked, applicationProtocols, clientCertificateRequired);
  }
}
