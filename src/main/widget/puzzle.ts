/** Work that the server asks of a browser where much comes from one place (ALTCHA). Loaded when it is asked. */
export interface Puzzle {
  readonly algorithm: string;
  readonly challenge: string;
  readonly salt: string;
  readonly signature: string;
  readonly most: number;
}

/** Hashed at once: few enough that what the page draws and hears comes in between. */
const SLICE = 200;
const encoder = new TextEncoder();

/** What the server takes for the number whose hash is the challenge; empty if there is none. */
export async function solve({ algorithm, challenge, salt, signature, most }: Puzzle, signal?: AbortSignal): Promise<string> {
  for (let first = 0; first <= most; first += SLICE) {
    signal?.throwIfAborted();
    const numbers = Array.from({ length: SLICE }, (_, place) => first + place);
    const hashes = await Promise.all(numbers.map((number) => crypto.subtle.digest(algorithm, encoder.encode(salt + number))));
    const found = hashes.findIndex((hash) => hex(hash) === challenge);
    if (found >= 0) {
      return btoa(JSON.stringify({ algorithm, challenge, number: first + found, salt, signature }));
    }
  }
  return "";
}

function hex(hash: ArrayBuffer): string {
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
