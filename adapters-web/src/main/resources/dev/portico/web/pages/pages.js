// Sends the code behind the hash sign, once a person presses the button and not before.
"use strict";

const form = document.querySelector("form");
const button = form.querySelector("button");
const password = form.querySelector("input");
const output = form.querySelector("output");
const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";

// Out of the address, so that it is in no history and is not copied with it.
history.replaceState(null, "", location.pathname);

if (token === "") {
  say("This link is not complete. Open the whole of it, as it stands in our mail.");
} else {
  button.disabled = false;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  button.disabled = true;
  say("One moment …");
  try {
    await tell(await send());
  } catch {
    again("We cannot be reached. Try again in a moment.");
  }
});

function send() {
  const body = password === null ? { token } : { token, new_password: password.value };
  return fetch(form.dataset.post, {
    method: "POST",
    credentials: "omit",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function tell(answer) {
  switch (answer.status) {
    case 204:
      password?.remove();
      form.querySelector("label")?.remove();
      button.hidden = true;
      say(form.dataset.done);
      break;
    case 422:
      refuse((await answer.json()).errors);
      break;
    case 400:
      say(`This link does not work, any more or at all. ${form.dataset.again}`);
      break;
    case 429:
      again(`That was too often. Try again in ${wait(answer)}.`);
      break;
    default:
      again("Something went wrong on our side. Try again in a moment.");
  }
}

// A password can be chosen better; a code that breaks its rule was never one of ours.
function refuse(errors) {
  const reasons = errors.filter((it) => it.pointer === "/new_password").map((it) => it.detail);
  if (reasons.length === 0) {
    say(`This link is damaged. ${form.dataset.again}`);
    return;
  }
  again(reasons.map((reason) => `The password ${reason}.`).join("\n"));
  password.focus();
}

function wait(answer) {
  const seconds = Number(answer.headers.get("Retry-After"));
  return seconds > 60 ? `${Math.ceil(seconds / 60)} minutes` : "a minute";
}

function again(text) {
  button.disabled = false;
  say(text);
}

function say(text) {
  output.textContent = text;
}
