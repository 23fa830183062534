// Digits with single spaces, dots or hyphens between them, or an IBAN: long enough to be a card or an account.
const CANDIDATE = /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{2,4}){3,8}\b|(?<![\p{L}\p{N}+])\d(?:[ .-]?\d){12,18}(?![\p{L}\p{N}])/gu;

/** The text with every long number cut to its last four digits: enough to speak about a card. */
export const keepLastFour = (text: string): string =>
  text.replace(CANDIDATE, (found) => `the one ending in ${found.replace(/[^A-Z0-9]/g, '').slice(-4)}`);

export const hasLongNumber = (text: string): boolean => keepLastFour(text) !== text;
