package dev.portico.web.access;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What is answered whatever becomes of the mail: whether there is one is not the asker's to know.
 */
record OwedMailJson(String status) {

  static ResponseEntity<OwedMailJson> answer() {
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(new OwedMailJson("requested"));
  }
}
