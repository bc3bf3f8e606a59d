package planted.classinport.application.users.port;

/** Breaks: port packages hold promises only. */
public final class CachedUsers {}
