package planted.httpinpersistence.persistence.users;

import org.springframework.http.HttpStatus;

/** Breaks: persistence keeps to its libraries. It speaks HTTP. */
final class UserAnswers {

  HttpStatus ofNobody() {
    return HttpStatus.NOT_FOUND;
  }
}
