// Talks in a room: hears by a WebSocket what is said, and reads over HTTP what was said before. So nothing is missed
// while the connection is down: what was read and what was heard are told apart by their ids.
"use strict";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15000;
const PAGE = 50;
const MOST_PAGES = 20;
const MOST_SHOWN = 1000;

const room = new URLSearchParams(location.search).get("room") || "lobby";
const past = `/chat/${encodeURIComponent(room)}/messages`;
const list = document.querySelector("#messages");
const form = document.querySelector("form");
const text = form.querySelector("input");
const button = form.querySelector("button");
const state = document.querySelector("#status");
const answer = document.querySelector("#answer");
const known = new Set();

let socket = null;
let sent = "";
let pause = FIRST_PAUSE_MS;
let retry = 0;

document.querySelector("#room").textContent = room;
connect();

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (button.disabled || text.value === "") {
    return;
  }
  sent = text.value;
  answer.textContent = "";
  socket.send(JSON.stringify({ message: sent }));
  text.value = "";
});

addEventListener("online", () => {
  if (retry !== 0) {
    clearTimeout(retry);
    connect();
  }
});

function connect() {
  retry = 0;
  const url = new URL("/ws/chat", location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("room", room);
  const here = new WebSocket(url, ["portico.chat"]);
  let early = [];
  let opened = false;
  socket = here;
  here.addEventListener("message", (event) => {
    const frame = JSON.parse(event.data);
    if (frame.type === "error") {
      refuse(frame.detail);
    } else if (frame.type === "message") {
      early === null ? show(frame) : early.push(frame);
    }
  });
  here.addEventListener("open", async () => {
    opened = true;
    try {
      await catchUp();
    } catch {
      here.close();
      return;
    }
    early.forEach(show);
    early = null;
    if (here.readyState === WebSocket.OPEN) {
      ready();
    }
  });
  here.addEventListener("close", (event) => lost(opened, event.code));
}

// Back to the first message that is there already; the first time a page is enough.
async function catchUp() {
  const missed = [];
  let cursor = "";
  for (let page = 0; page < MOST_PAGES; page++) {
    const read = await fetch(`${past}?limit=${PAGE}${cursor}`);
    if (!read.ok) {
      throw new Error(String(read.status));
    }
    const { items, next_cursor: next } = await read.json();
    const fresh = items.filter((it) => !known.has(it.id));
    missed.push(...fresh);
    if (known.size === 0 || fresh.length < items.length || next === null) {
      break;
    }
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  missed.reverse().forEach(show);
}

function ready() {
  pause = FIRST_PAUSE_MS;
  button.disabled = false;
  state.textContent = "Connected";
  // From now on messages are read out as they come; what was there before is not.
  list.setAttribute("aria-live", "polite");
}

async function lost(opened, code) {
  button.disabled = true;
  state.textContent = "Connecting again …";
  if (!opened || code === 1008) {
    if (await isShut()) {
      return;
    }
  }
  retry = setTimeout(connect, pause * (0.5 + Math.random()));
  pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
}

// A script is not told why a handshake was refused, but the past is read by the same rules. A token that has run out
// is renewed, if there is a session.
async function isShut() {
  try {
    let read = await fetch(`${past}?limit=1`);
    if (read.status === 401 || read.ok) {
      const renewed = await fetch("/auth/token/cookie/refresh", { method: "POST" });
      read = renewed.ok ? await fetch(`${past}?limit=1`) : read;
    }
    if (read.status === 401 || read.status === 404) {
      state.textContent = "Not connected";
      answer.textContent = (await read.json()).detail;
      return true;
    }
  } catch {
    // Nobody answers at all: again in a moment.
  }
  return false;
}

function refuse(detail) {
  answer.textContent = detail;
  if (text.value === "") {
    text.value = sent;
  }
}

function show(message) {
  if (known.has(message.id)) {
    return;
  }
  known.add(message.id);
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  list.append(entry(message));
  while (list.children.length > MOST_SHOWN) {
    list.firstElementChild.remove();
  }
  if (atEnd) {
    list.scrollTop = list.scrollHeight;
  }
}

function entry(message) {
  const author = document.createElement("b");
  author.textContent = message.author;
  const time = document.createElement("time");
  time.dateTime = message.sent_at;
  time.textContent = new Date(message.sent_at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const content = document.createElement("p");
  content.textContent = message.content;
  const item = document.createElement("li");
  item.append(author, time, content);
  return item;
}
