/** Two soft tones, made here: no file to load. A browser that forbids sound stays silent. */
export function chime(): void {
  try {
    const audio = new AudioContext();
    for (const [pitch, after] of [[660, 0], [880, 0.16]] as const) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const start = audio.currentTime + after;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, start);
      volume.gain.exponentialRampToValueAtTime(0.12, start + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.4);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.42);
    }
    setTimeout(() => void audio.close(), 1200);
  } catch {
    // no sound here
  }
}
