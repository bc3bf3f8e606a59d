'use strict';
// The code stands behind the hash sign, which no browser sends anywhere; it is used when the button is pressed.
const form = document.getElementById('code');
const outcome = document.getElementById('outcome');
const token = new URLSearchParams(location.hash.slice(1)).get('token');
// Neither the history nor a shoulder needs it any longer.
history.replaceState(null, '', location.pathname);

async function send(event) {
  event.preventDefault();
  const body = { token, ...Object.fromEntries(new FormData(form)) };
  const button = form.querySelector('button');
  button.disabled = true;
  outcome.textContent = '';
  try {
    const answer = await fetch(form.dataset.action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok) {
      form.hidden = true;
      outcome.textContent = form.dataset.done;
      return;
    }
    const problem = await answer.json();
    const reasons = (problem.errors ?? []).map((error) => error.detail);
    outcome.textContent = reasons.length > 0 ? `This ${reasons.join('; ')}.` : `${problem.detail}.`;
  } catch {
    outcome.textContent = 'The service did not answer. Try again in a moment.';
  }
  button.disabled = false;
}

if (token) {
  form.addEventListener('submit', send);
} else {
  form.hidden = true;
  outcome.textContent = 'This page is reached by the link in a mail.';
}
