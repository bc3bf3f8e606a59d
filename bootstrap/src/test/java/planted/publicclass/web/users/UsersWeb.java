package planted.publicclass.web.users;

import org.springframework.context.annotation.Configuration;

/** Does nothing wrong. */
@Configuration(proxyBeanMethods = false)
public class UsersWeb {}
