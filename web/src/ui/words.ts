import type { Row } from '../api/types';

const languages = new Intl.DisplayNames(['en'], { type: 'language' });
const countries = new Intl.DisplayNames(['en'], { type: 'region' });

export function languageName(code: string): string {
  try {
    return languages.of(code.replace('_', '-')) ?? code;
  } catch {
    return code;
  }
}

export function countryName(code: string): string {
  try {
    return countries.of(code) ?? code;
  } catch {
    return code;
  }
}

export const nameOf = (contact: Row['contact']): string => contact.name || contact.phone || (contact.username ? `@${contact.username}` : 'Unknown person');

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

const list = new Intl.ListFormat('en-GB');

/** `a, b and c`. */
export const listed = (parts: string[]): string => list.format(parts);

/** `take_over` as `Take over`. */
export function sentenceCase(code: string): string {
  const words = code.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const kilo = bytes / 1000;
  return kilo < 1000 ? `${Math.round(kilo)} kB` : `${(kilo / 1000).toFixed(1)} MB`;
}
