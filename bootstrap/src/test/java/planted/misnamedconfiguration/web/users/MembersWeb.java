package planted.misnamedconfiguration.web.users;

import org.springframework.context.annotation.Configuration;

/** Breaks: configurations are named after their feature. */
@Configuration(proxyBeanMethods = false)
public class MembersWeb {}
