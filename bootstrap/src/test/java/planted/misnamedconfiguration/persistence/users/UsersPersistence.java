package planted.misnamedconfiguration.persistence.users;

import org.springframework.context.annotation.Configuration;

/** Does nothing wrong. */
@Configuration(proxyBeanMethods = false)
public class UsersPersistence {}
