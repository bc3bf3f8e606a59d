package dev.portico.application;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Ports of which one is another; whoever adds a port needs no line here. */
public final class ChangedPorts {

  private ChangedPorts() {}

  /** The same ports, but this one in the place of the one of its type. */
  public static <P> Ports with(Ports ports, Class<P> type, P other) {
    var components = Ports.class.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    if (!Arrays.asList(types).contains(type)) {
      throw new IllegalArgumentException("no port: " + type);
    }
    try {
      var values = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        values[i] = types[i] == type ? other : components[i].getAccessor().invoke(ports);
      }
      return Ports.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
