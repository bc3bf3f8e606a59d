package planted.springincore.domain.users;

import org.springframework.stereotype.Component;

/** Breaks: the core is plain Java. A framework builds it. */
@Component
public record Member(String name) {}
