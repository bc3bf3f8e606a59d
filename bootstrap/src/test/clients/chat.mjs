// Two people in two pages of a real browser, each at a service of their own; both services on one database.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const folder = dirname(fileURLToPath(import.meta.url));
const { JAVA, JAR, CHROMIUM, PICTURES } = process.env;
const options = readFileSync(join(folder, "jvm.options"), "utf8").split("\n").filter(Boolean);
const running = new Set();

function check(holds, what) {
  if (!holds) {
    throw new Error(what);
  }
}

async function freePort() {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function start(port, settings) {
  const service = spawn(JAVA, [...options, "-jar", JAR, `--port=${port}`], {
    env: { ...process.env, ...settings },
    stdio: "inherit",
  });
  running.add(service);
  for (let i = 0; i < 600 && service.exitCode === null; i++) {
    try {
      if ((await fetch(`http://localhost:${port}/health`)).ok) {
        return service;
      }
    } catch {
      // Not yet.
    }
    await pause(100);
  }
  throw new Error("a service did not start");
}

async function stop(service) {
  running.delete(service);
  service.kill();
  if (service.exitCode === null) {
    await once(service, "exit");
  }
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

// The database that comes along, as the second service has to be told of it.
function databaseOf(data) {
  const password = encodeURIComponent(readFileSync(join(data, "postgres.password"), "utf8").trim());
  const port = readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[3].trim();
  return {
    DATABASE_URL: `postgresql://postgres:${password}@localhost:${port}/portico`,
    SECRET_KEY: readFileSync(join(data, "secret_key"), "utf8").trim(),
    LOG_FORMAT: "text",
  };
}

async function open(browser, url, settings = {}) {
  const context = await browser.newContext({ viewport: { width: 760, height: 480 }, ...settings });
  const page = await context.newPage();
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.text().includes("Security Policy")) {
      page.complaints.push(message.text());
    }
  });
  page.complaints = [];
  await page.goto(url);
  return page;
}

const connected = (page) => page.getByRole("status").filter({ hasText: /^Connected$/ }).waitFor({ timeout: 60_000 });
const shown = (page, text) =>
  page.getByRole("log", { name: "Messages" }).getByText(text, { exact: true }).waitFor({ timeout: 20_000 });
const contents = (page) => page.locator("#messages p").allTextContents();

// By keyboard alone, and as slowly as a guest may.
async function say(page, text) {
  await page.getByLabel("Your message").focus();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await shown(page, text);
  await pause(1_050);
}

async function talk(browser, here, there, restart) {
  const ann = await open(browser, `${here}/chat`);
  const ben = await open(browser, `${there}/chat`);
  await connected(ann);
  await connected(ben);
  await say(ann, "Hello from the first node");
  await shown(ben, "Hello from the first node");
  await say(ben, "And hello from the second");
  await shown(ann, "And hello from the second");
  const inert = "<img src=x onerror=alert(1)> is only text";
  await say(ann, inert);
  await shown(ben, inert);

  await restart(async () => {
    await ben.getByRole("status").filter({ hasText: "Connecting again" }).waitFor();
    await say(ann, "This was said");
    await say(ann, "while the second node was away");
    await say(ann, "and nothing of it is missing");
  });
  await connected(ben);
  await shown(ben, "and nothing of it is missing");
  await say(ben, "I have read all of it");
  await shown(ann, "I have read all of it");
  const seen = await contents(ben);
  check(JSON.stringify(seen) === JSON.stringify(await contents(ann)), "both see the same in one order");
  check(new Set(seen).size === 7 && seen.length === 7, "each is there once");

  const late = await open(browser, `${there}/chat`, { viewport: { width: 375, height: 667 }, colorScheme: "dark" });
  await connected(late);
  check((await contents(late)).length === 7, "who comes later reads what was said");
  check(await late.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "a phone is wide enough");
  if (PICTURES) {
    await ann.screenshot({ path: join(PICTURES, "chat-light.png") });
    await late.screenshot({ path: join(PICTURES, "chat-dark.png") });
  }
  return [ann, ben, late];
}

async function hurry(browser, here) {
  const page = await open(browser, `${here}/chat`);
  await connected(page);
  const text = page.getByLabel("Your message");
  await text.fill("one");
  await text.press("Enter");
  await text.fill("two");
  await text.press("Enter");
  await page.getByRole("alert").filter({ hasText: "Too fast" }).waitFor();
  check((await text.inputValue()) === "two", "what was refused can be sent again");
  return page;
}

async function members(browser, here) {
  const page = await open(browser, `${here}/chat?room=team`);
  await page.getByRole("alert").filter({ hasText: "Guests may join the lobby only" }).waitFor();
  const signedIn = await page.evaluate(async () => {
    const password = "correct horse battery";
    const account = { username: "ann", email: "ann@example.com", password };
    await fetch("/auth/register", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(account),
    });
    const form = new URLSearchParams({ username: "ann", password });
    return (await fetch("/auth/token/cookie", { method: "POST", body: form })).status;
  });
  check(signedIn === 200, "signs in");
  await page.reload();
  await connected(page);
  await say(page, "Only among ourselves");
  check((await page.locator("#messages b").allTextContents()).join() === "ann", "members are called by name");
  return page;
}

async function run() {
  const data = join(folder, "data");
  const [one, two] = [await freePort(), await freePort()];
  const [here, there] = [`http://localhost:${one}`, `http://localhost:${two}`];
  await start(one, { DATA_FOLDER: data });
  const database = databaseOf(data);
  let second = await start(two, database);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const pages = await talk(browser, here, there, async (meanwhile) => {
      await stop(second);
      await meanwhile();
      second = await start(two, database);
    });
    pages.push(await hurry(browser, here), await members(browser, here));
    const complaints = pages.flatMap((page) => page.complaints);
    check(complaints.length === 0, complaints.join("\n"));
  } finally {
    await browser.close();
  }
}

try {
  await run();
  console.log("Two people have talked through two nodes.");
} finally {
  // The second one first: the database is the first one's.
  for (const service of [...running].reverse()) {
    await stop(service);
  }
}
