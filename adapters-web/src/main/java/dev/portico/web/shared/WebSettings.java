package dev.portico.web.shared;

import java.net.URI;

/**
 * What the web side is told from outside.
 *
 * @param publicUrl where people and programs reach the service, without a slash at its end; links
 *     and the issuer of tokens come from here and never from a request header
 * @param trustedProxies who may say for whom they speak
 */
public record WebSettings(URI publicUrl, TrustedProxies trustedProxies) {

  /** No proxy is believed. */
  public WebSettings(URI publicUrl) {
    this(publicUrl, TrustedProxies.NONE);
  }

  /** Whether clients reach us over https, so that cookies and HSTS may insist on it. */
  public boolean overHttps() {
    return "https".equals(publicUrl.getScheme());
  }
}
