/* A new meeting: the last day for answers follows the meeting's day until somebody chooses one. The server follows the
   same rule (answer_days.py), and corrects a day that nobody chose when the form is sent. */

const meeting = document.querySelector("[name='first_day']");
const last = document.querySelector("[name='answer_by']");
const was = document.querySelector("[name='answer_was']"); // while the two are the same, nobody has chosen

function lastDayFor(day) {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - Number(last.dataset.before));
  const { today } = last.dataset;
  const found = before.toISOString().slice(0, 10);
  return day < today ? "" : found > today ? found : today;
}

meeting?.addEventListener("input", () => {
  if (!meeting.value || last.value !== was.value) return; // a day half written, or one that was chosen
  last.value = was.value = lastDayFor(meeting.value);
});
