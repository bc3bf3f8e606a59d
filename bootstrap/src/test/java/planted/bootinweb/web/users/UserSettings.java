package planted.bootinweb.web.users;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Breaks: web keeps to its libraries. It knows Spring Boot. */
@ConfigurationProperties("users")
record UserSettings(int pageSize) {}
