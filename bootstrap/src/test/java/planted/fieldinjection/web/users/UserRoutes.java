package planted.fieldinjection.web.users;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks: objects are put together by hand. */
final class UserRoutes {

  @Autowired Clock clock = Clock.systemUTC();
}
