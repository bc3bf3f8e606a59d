package dev.portico.persistence.users;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * How much a thread lets others go first, by {@code nice(2)}. On Linux each thread has a niceness
 * of its own; elsewhere it is the whole process's, so that nothing is done there. The priorities of
 * {@link Thread} come to nothing on Linux, unless the JVM is told to heed them, which it does for
 * all its threads and not without a warning where it does not run as root.
 */
final class Niceness {

  private Niceness() {}

  private static final class Native {
    static final Optional<MethodHandle> NICE = find();

    @SuppressWarnings("restricted") // The signature is that of nice(2).
    private static Optional<MethodHandle> find() {
      if (!System.getProperty("os.name").equals("Linux") || !isAllowed()) {
        return Optional.empty();
      }
      try {
        var linker = Linker.nativeLinker();
        return linker
            .defaultLookup()
            .find("nice")
            .map(nice -> linker.downcallHandle(nice, FunctionDescriptor.of(JAVA_INT, JAVA_INT)));
      } catch (UnsupportedOperationException notHere) {
        return Optional.empty();
      }
    }

    /** Without {@code --enable-native-access} the JVM would warn at the first call. */
    private static boolean isAllowed() {
      return Niceness.class.getModule().isNativeAccessEnabled();
    }
  }

  /**
   * Makes the calling platform thread nicer by so much, for good; where the system does not allow
   * it, the thread stays as it is.
   *
   * @param more 0 to 19; the system goes no further than 19 in all
   */
  static void addToThisThread(int more) {
    var nice = Native.NICE;
    if (nice.isEmpty()) {
      return;
    }
    try {
      var _ = (int) nice.get().invokeExact(more);
    } catch (Throwable failure) {
      throw new IllegalStateException("nice could not be called", failure);
    }
  }
}
