/** What a link wrote into a chat, in the state of the address that it led to. */
export interface Writing {
  text: string;
  /** Tells two taps on the same link apart. */
  at: number;
}

export const writing = (text: string): Writing => ({ text, at: Date.now() });

/** The state of an address is anything: what is no writing is none. */
export function writingIn(state: unknown): Writing | null {
  if (typeof state !== 'object' || state === null || !('text' in state) || !('at' in state)) return null;
  const { text, at } = state;
  return typeof text === 'string' && text !== '' && typeof at === 'number' ? { text, at } : null;
}
