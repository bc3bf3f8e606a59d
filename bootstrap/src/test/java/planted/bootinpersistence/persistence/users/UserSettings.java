package planted.bootinpersistence.persistence.users;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Breaks: persistence keeps to its libraries. It knows Spring Boot. */
@ConfigurationProperties("users")
record UserSettings(int batchSize) {}
