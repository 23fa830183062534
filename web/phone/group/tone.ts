const TONES = 5;

/** The colour of a member's name, the same in every group; 0 is the business's own. */
export function toneOf(waId: string): number {
  if (!waId) return 0;
  return 1 + ([...waId].reduce((sum, digit, at) => sum + (digit.codePointAt(0) ?? 0) * (at + 1), 0) % TONES);
}
