let context: AudioContext | undefined;

/** A soft note, made here: nothing else is fetched. Loaded for whoever switched sound on. */
export function play(): void {
  context ??= new AudioContext();
  const { currentTime: now, destination } = context;
  const note = context.createOscillator();
  const loudness = context.createGain();
  loudness.gain.setValueAtTime(0.06, now);
  loudness.gain.exponentialRampToValueAtTime(0.001, now + 0.4);
  note.connect(loudness).connect(destination);
  note.start();
  note.stop(now + 0.4);
}
