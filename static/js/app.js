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

/* A page that begins by saying what was just done begins there: it is heard, and the next Tab leads on from it. Where
   the address leads further down, the message comes along, low over the page. */

const first = document.querySelector(":is(#status, #notice) > .message");

if (first && !document.querySelector("main [autofocus]:not(dialog *)")) {
  const place = region(location.hash.slice(1));
  if (place) {
    first.classList.add("passing");
    first.parentElement.append(first); // said anew: what was there from the start is not heard
    if (!first.querySelector("form")) goInAWhile(first);
  }
  const begin = () => focusOn(place?.querySelector("h2, h3") ?? place ?? first);
  if (place) addEventListener("load", () => setTimeout(begin)); // the browser goes there first, and lets go of the focus
  else begin();
}

/* Guard: form[data-guard] with words not yet sent asks before the page is left. Saved by htmx it is at rest again,
   unless more was written while the answer was on its way. */

const unsent = new Map(); // form -> how many times it has been written in

document.addEventListener("input", ({ target }) => {
  const form = target.form?.closest("[data-guard]");
  if (form) unsent.set(form, (unsent.get(form) ?? 0) + 1);
});

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) unsent.delete(event.target);
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
  ctx.written = unsent.get(ctx.request.form); // the words are read now, though the request may wait
});

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const { form } = ctx.request;
  if (ctx.response.status < 400 && unsent.get(form) === ctx.written) unsent.delete(form);
});

window.addEventListener("beforeunload", (event) => {
  if ([...unsent.keys()].some((form) => form.isConnected)) event.preventDefault();
});

/* A request that waited for the one before it leaves with what that one brought: input[data-fresh], the version. */

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
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
  region("status").textContent = button.dataset.copied;
  goInAWhile(region("status").firstChild);
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
