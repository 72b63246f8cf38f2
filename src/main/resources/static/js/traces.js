// htmx notes the address a tab began with for a history of its own, which no page here uses. Deferred scripts have all run by now.
document.addEventListener("DOMContentLoaded", () => {
  try {
    sessionStorage.removeItem("htmx-current-path-for-history");
  } catch {
    // A browser that forbids storage has noted nothing.
  }
});
