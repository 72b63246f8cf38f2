// Exact times are written by the server in UTC; here the reader's own clock takes over.
const exact = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });

function localise(root) {
  for (const time of root.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.valueOf())) time.title = exact.format(at);
  }
}

localise(document);
document.addEventListener("htmx:afterSettle", (event) => localise(event.target));
