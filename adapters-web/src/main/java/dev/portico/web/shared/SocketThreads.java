package dev.portico.web.shared;

import java.util.concurrent.Executor;

/**
 * Where frames are written to sockets. A write may wait for a slow peer, so in production no task
 * may keep another one waiting.
 */
public record SocketThreads(Executor executor) {}
