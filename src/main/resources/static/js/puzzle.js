// [data-puzzle]: a hidden field that is filled with the solution of its puzzle (ALTCHA) while the reader types. A form sent before
// that waits for it.
const BATCH = 500;
const encoder = new TextEncoder();
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

async function solve({ algorithm, challenge, salt, signature, most }) {
  for (let first = 0; first <= most; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, most - first + 1) }, (_, place) => first + place);
    const hashes = await Promise.all(numbers.map((number) => crypto.subtle.digest(algorithm, encoder.encode(salt + number))));
    const found = hashes.findIndex((hash) => hex(hash) === challenge);
    if (found >= 0) return btoa(JSON.stringify({ algorithm, challenge, number: first + found, salt, signature }));
  }
  return "";
}

for (const field of document.querySelectorAll("[data-puzzle]")) {
  const solving = solve(JSON.parse(field.dataset.puzzle)).then((solution) => (field.value = solution));
  field.form.addEventListener("submit", (event) => {
    if (field.value) return;
    event.preventDefault();
    event.stopPropagation();
    const { submitter } = event;
    solving.then(() => field.form.requestSubmit(submitter));
  });
}
