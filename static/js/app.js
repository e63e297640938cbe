/* What a page gains with a script. Everything works without it; htmx itself comes from its own file.
   Each part listens on the document, so what htmx brings in later is served too. */

const root = document.documentElement;
root.dataset.scripted = ""; // shows what is of use only with a script

const region = (id) => document.getElementById(id);
const byHand = (ctx) => ["submit", "click"].includes(ctx?.sourceEvent?.type); // not typing, polling or loading

/* Focus: after something was done, it stands where the next thing is done. Answers mark the place with data-focus;
   without a mark it goes to the first mistake, and if the focused element is gone, to the new heading. */

const brought = new WeakMap();

function focusOn(element) {
  element.focus();
  if (document.activeElement === element) return;
  element.tabIndex = -1;
  element.focus();
}

function placeFor(tasks, marks, status) {
  const inTasks = (selector) => tasks.map((task) => task.target?.querySelector?.(selector)).find(Boolean);
  const marked = marks.find((mark) => mark.isConnected) ?? inTasks("[data-focus]");
  if (marked) return marked;
  if (status === 422) return inTasks('[aria-invalid="true"], fieldset:has(> .error)');
  if (document.activeElement && document.activeElement !== document.body) return null;
  return inTasks("h1, h2, h3") ?? tasks.find((task) => task.type === "main")?.target;
}

document.addEventListener("htmx:before:swap", ({ detail: { ctx, tasks } }) => {
  if (!byHand(ctx)) return;
  const marks = tasks.map((task) => task.fragment.querySelector("[data-focus]")).filter(Boolean);
  brought.set(ctx, { tasks, marks, dialog: ctx.sourceElement.closest?.("dialog[open]") });
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const found = brought.get(ctx);
  if (!found) return;
  const status = ctx.response?.status;
  if (status < 400) found.dialog?.close();
  const place = placeFor(found.tasks, found.marks, status);
  if (place) focusOn(place);
});

/* Regions: a new attempt clears what was said about the last one. When no answer comes, or a broken one that no page
   of ours has sent (a proxy in front, a server starting), the page is left as it is and says so. */

function sayUnreachable() {
  region("notice").replaceChildren(region("unreachable").content.cloneNode(true));
}

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  if (!byHand(ctx)) return;
  region("notice").replaceChildren();
  if (!region("status").contains(ctx.sourceElement)) region("status").replaceChildren(); // unless it is the way back
});

document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  leaving = null;
  if (ctx && !ctx.response) sayUnreachable();
});

document.addEventListener("htmx:before:swap", (event) => {
  const { response, hx } = event.detail.ctx;
  if (response?.status >= 500 && !hx?.retarget) {
    event.preventDefault();
    sayUnreachable();
  }
});

/* What only confirms goes by itself, unless somebody is on it; what can be undone stays until the next thing is done. */

const AWHILE = 7000;

function goInAWhile(said) {
  setTimeout(() => {
    if (!said.isConnected) return;
    if (said.parentElement.matches(":hover, :focus-within")) goInAWhile(said);
    else said.remove();
  }, AWHILE);
}

document.addEventListener("htmx:after:swap", () => {
  for (const said of document.querySelectorAll("#status > .passing:not(:has(form))")) {
    if (said.dataset.going) continue;
    said.dataset.going = "yes";
    goInAWhile(said);
  }
});

/* Over the page it lies where no control is: low in the middle, at one side, or high. Where all places have some, it
   leaves free the one that is focused, its form, and what comes soon after: the next thing is done there. */

const LIES = ["", "start", "end", "high"];
const CONTROLS = "a[href], button, input, select, textarea, summary, label";

function weight(each, at, next) {
  if (each === at || [...at.labels ?? []].includes(each)) return 128;
  return at.form && each.form === at.form ? 64 : next;
}

function covers(said) {
  const box = said.getBoundingClientRect(), { activeElement: at } = document;
  let cost = 0, next = 64;
  for (const each of document.querySelectorAll(CONTROLS)) {
    if (said.contains(each)) continue;
    const follows = at.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
    const { left, right, top, bottom } = each.getBoundingClientRect();
    const apart = right < box.left || left > box.right || bottom < box.top || top > box.bottom || right - left < 2;
    if (!apart) cost += weight(each, at, follows ? next : 1);
    if (follows && right > left) next = Math.max(1, next / 2);
  }
  return cost;
}

function lay() {
  const said = region("status")?.querySelector(":scope > .passing");
  if (said) root.dataset.said = ""; // room at the end of the page, which stays: nothing moves when what was said goes
  if (!said || !covers(said)) return;
  const costs = LIES.map((where) => {
    said.dataset.lies = where;
    return covers(said);
  });
  said.dataset.lies = LIES[costs.indexOf(Math.min(...costs))];
}

const layIt = () => requestAnimationFrame(lay); // when the focus stands where it will

if (region("status")) new MutationObserver(layIt).observe(region("status"), { childList: true });
for (const each of ["focusin", "scrollend"]) document.addEventListener(each, layIt);
addEventListener("resize", layIt);

document.addEventListener("click", ({ target }) => { // the hand has gone on to the next thing
  for (const said of document.querySelectorAll("#status > .passing:not(:has(form))")) {
    if (!said.contains(target)) said.remove();
  }
}, { capture: true });

/* Who has begun before all of the page has come, a slow network's part, stays where they are. Where the address leads
   into the page the browser lets go of the focus then. */

let at = document.activeElement === document.body ? null : document.activeElement;
let begun = false;
const place = region(location.hash.slice(1));

for (const each of ["pointerdown", "keydown"]) addEventListener(each, () => { begun = true; }, { once: true });
document.addEventListener("focusin", ({ target }) => { at = target; });
addEventListener("load", () => setTimeout(() => {
  if (place && document.activeElement === document.body && at?.isConnected) at.focus({ preventScroll: true });
}));

/* A page that begins by saying what was just done begins there: it is heard, and the next Tab leads on from it. Where
   the address leads further down, the message comes along, low over the page. */

const first = document.querySelector(":is(#status, #notice) > .message");

if (first && !document.querySelector("main [autofocus]:not(dialog *)")) {
  if (place) {
    first.classList.add("passing");
    first.parentElement.append(first); // said anew: what was there from the start is not heard
    if (!first.querySelector("form")) goInAWhile(first);
  }
  const begin = () => focusOn(place?.querySelector("h2, h3") ?? place ?? first);
  if (!place) begin();
  else addEventListener("load", () => setTimeout(() => { // the browser goes there first
    if (!begun && [null, place].includes(at)) begin();
  }));
}

/* A box that implies another (data-implies="id") takes it along when ticked, and goes with it when that one is not. */

document.addEventListener("input", ({ target }) => {
  if (target.type !== "checkbox") return;
  if (target.checked && target.dataset.implies) region(target.dataset.implies).checked = true;
  if (target.checked || !target.id) return;
  for (const each of document.querySelectorAll(`[data-implies="${target.id}"]`)) each.checked = false;
});

/* Guard: form[data-guard] with words not yet sent asks before the page is left. Saved by htmx it is at rest again,
   unless more was written while the answer was on its way. A field that is sent by itself brings only itself to rest. */

const unsent = new Map(); // form -> its fields that are written in, and how many times

const atRest = () => [...unsent.keys()].every((form) => !form.isConnected);

function markUnsent() {
  root.toggleAttribute("data-unsent", !atRest()); // a page that says when it was saved says no more than is true
}

document.addEventListener("input", ({ target }) => {
  const form = target.form?.closest("[data-guard]");
  if (!form) return;
  const written = unsent.get(form) ?? new Map();
  unsent.set(form, written.set(target.name, (written.get(target.name) ?? 0) + 1));
  leaving = null;
  markUnsent();
});

const differs = (form) => form?.querySelector("[data-differs]") ?? null;

function markDiffering() { // what somebody else saved meanwhile stands beside words that are not saved: data-differs
  for (const form of document.querySelectorAll("[data-guard]:has([data-differs])")) {
    if (!unsent.has(form)) unsent.set(form, new Map([["", 1]]));
  }
  markUnsent();
}

document.addEventListener("htmx:after:swap", markDiffering);
markDiffering();

/* Who leaves takes it along: a form that tells by which button it is saved (data-saves="id") is saved first, unless
   somebody else's words differ. */

let leaving = null; // what goes on when all is saved, and the form that is sent by going on

const waiting = (but) => [...unsent.keys()].filter((form) => form.isConnected && form !== but);

function saveFirst(event, go, but) {
  const savers = waiting(but).map((form) => (differs(form) ? null : region(form.dataset.saves)));
  if (!window.htmx || !savers.length || savers.includes(null)) return;
  event.preventDefault();
  leaving = { go, but };
  for (const saver of savers) saver.click();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.target || link.hasAttribute("download") || "dialog" in link.dataset) return;
  if (link.origin !== location.origin || (link.hash && link.href.split("#")[0] === location.href.split("#")[0])) return;
  saveFirst(event, () => location.assign(link.href));
});

document.addEventListener("submit", (event) => {
  const { target: form, submitter, defaultPrevented } = event;
  if (!defaultPrevented) saveFirst(event, () => form.requestSubmit(submitter), form);
  if (!event.defaultPrevented) unsent.delete(form);
});

/* A double click sends a form once. htmx minds its own (hx-sync); after five seconds one may try again. */

const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (sent.has(form)) event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), 5000);
});

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  const words = unsent.get(ctx.request.form) ?? new Map(); // the words are read now, though the request may wait
  const alone = ctx.sourceElement.matches?.("input, select, textarea") ? ctx.sourceElement.name : null;
  ctx.differs = differs(ctx.request.form);
  ctx.written = [...words].filter(([field]) => alone === null || field === alone);
});

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const words = unsent.get(ctx.request.form);
  if (ctx.response.status >= 400) leaving = null;
  else if (words) {
    for (const [field, times] of ctx.written) if (words.get(field) === times) words.delete(field);
    if (!words.size) unsent.delete(ctx.request.form);
  }
  markUnsent();
  if (!leaving || waiting(leaving.but).length) return;
  const { go } = leaving;
  leaving = null;
  go();
});

window.addEventListener("beforeunload", (event) => {
  if (!atRest()) event.preventDefault();
});

/* A request that waited for the one before it leaves with what that one brought: input[data-fresh], the version. If that
   was somebody else's words, nobody has seen them yet, and it overwrites none. */

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  if (differs(ctx.request.form) !== ctx.differs) return;
  for (const input of ctx.request.form?.querySelectorAll("input[data-fresh]") ?? []) {
    ctx.request.body?.set(input.name, input.value);
  }
});

/* Buttons: data-copy="#id" copies, data-dialog="id" opens, data-close shuts its dialog, data-dismiss its message,
   data-print prints. */

async function copy(button) {
  const source = document.querySelector(button.dataset.copy);
  const text = source.value ?? source.textContent.trim();
  try {
    await navigator.clipboard.writeText(text);
  } catch { // without HTTPS there is no clipboard to write to, and a browser may refuse
    source.select?.();
    if (!document.execCommand("copy")) return; // it stands marked, to be copied by hand
    button.focus();
  }
  button.querySelector("span").textContent = button.dataset.copied;
  const said = document.createElement("span"); // seen on the button, said here
  said.className = "hidden";
  said.textContent = button.dataset.copied;
  region("status").replaceChildren(said);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-copy], [data-dialog], [data-close], [data-dismiss], [data-print]");
  if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { copy: source, dialog } = button.dataset;
  if (source) copy(button);
  else if (dialog) {
    if (!region(dialog)) return; // then the link leads to the page that asks the same
    event.preventDefault();
    region(dialog).showModal();
  } else if ("close" in button.dataset) button.closest("dialog").close();
  else if ("print" in button.dataset) window.print();
  else {
    button.closest(".message").remove();
    region("main").focus({ preventScroll: true });
  }
});
