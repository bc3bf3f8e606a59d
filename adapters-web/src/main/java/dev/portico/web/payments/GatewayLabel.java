package dev.portico.web.payments;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Says on every answer about money that none moved, where that is so.
 *
 * @param sandbox whether the gateway is the built-in one
 */
record GatewayLabel(boolean sandbox) {

  static final String HEADER = "Payment-Gateway";

  /** Puts it on the answer, whatever that will be. */
  void on(HttpServletResponse response) {
    if (sandbox) {
      response.setHeader(HEADER, "sandbox");
    }
  }
}
