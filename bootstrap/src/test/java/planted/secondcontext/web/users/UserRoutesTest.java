package planted.secondcontext.web.users;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Breaks: tests share one context. */
class UserRoutesTest {

  void answers() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.refresh();
    }
  }
}
