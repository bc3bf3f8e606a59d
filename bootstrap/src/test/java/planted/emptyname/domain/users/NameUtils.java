package planted.emptyname.domain.users;

/** Breaks: names say the role. */
final class NameUtils {

  private NameUtils() {}
}
