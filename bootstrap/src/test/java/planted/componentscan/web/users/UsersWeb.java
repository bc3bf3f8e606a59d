package planted.componentscan.web.users;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Breaks: objects are put together by hand. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
class UsersWeb {}
