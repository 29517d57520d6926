// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.tls.TlsOptions;
import java.security.Principal;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The objections that one side has to the certificates of the other, without cryptography. */
final class Certificates {
  private Certificates() {}

  /**
   * Returns why a side refuses the certificates of the other, or null if it does not. What the
   * options do not tell, because it is known to a context of the JDK only, is no objection.
   *
   * @param host the host that the first certificate must be for, or null for any
   */
  static @Nullable String objection(TlsOptions own, TlsOptions other, @Nullable String host) {
    List<X509Certificate> chain = other.certificates();
    if (chain.isEmpty()) {
      return other.trusted().isEmpty() ? null : "there is none";
    }
    List<X509Certificate> trusted = own.trusted();
    if (!trusted.isEmpty() && chain.stream().noneMatch(each -> isTrusted(trusted, each))) {
      return "it is not trusted";
    }
    return host == null || isFor(chain.get(0), host) ? null : "it is not for " + host;
  }

  private static boolean isTrusted(List<X509Certificate> trusted, X509Certificate certificate) {
    return trusted.contains(certificate)
        || trusted.stream().anyMatch(issuer -> isIssuer(issuer, certificate));
  }

  private static boolean isIssuer(X509Certificate issuer, X509Certificate certificate) {
    Principal named = certificate.getIssuerX500Principal();
    Principal own = certificate.getSubjectX500Principal();
    return named.equals(issuer.getSubjectX500Principal()) && !named.equals(own);
  }

  private static boolean isFor(X509Certificate certificate, String host) {
    Collection<List<?>> names;
    try {
      names = certificate.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return false;
    }
    return names != null
        && names.stream().anyMatch(name -> matches(String.valueOf(name.get(1)), host));
  }

  private static boolean matches(String name, String host) {
    String pattern = name.toLowerCase(Locale.ROOT);
    String asked = host.toLowerCase(Locale.ROOT);
    return pattern.equals(asked)
        || (pattern.startsWith("*.")
            && asked.indexOf('.') > 0
            && pattern.substring(1).equals(asked.substring(asked.indexOf('.'))));
  }
}
