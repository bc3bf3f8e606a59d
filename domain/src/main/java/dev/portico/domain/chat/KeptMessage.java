package dev.portico.domain.chat;

/**
 * A message in its place: the rooms number what is said in them, from 1 on, in the order in which
 * it is kept.
 */
public record KeptMessage(long number, ChatMessage message) {}
