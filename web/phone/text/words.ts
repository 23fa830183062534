import type { PhoneMessage } from '../api/types';
import { richText } from './rich';

// How people of a country write their numbers: the country's code, then the sizes of the groups.
const GROUPS: [RegExp, number[]][] = [
  [/^44\d{10}$/, [2, 4, 6]],
  [/^1\d{10}$/, [1, 3, 3, 4]],
  [/^33\d{9}$/, [2, 1, 2, 2, 2, 2]],
  [/^34\d{9}$/, [2, 3, 3, 3]],
  [/^55\d{11}$/, [2, 2, 5, 4]],
  [/^91\d{10}$/, [2, 5, 5]],
  [/^971\d{9}$/, [3, 2, 3, 4]],
  [/^(2[0-7]|3[0-4]|36|39|4\d|5[1-8]|6[0-6]|7|8[1246]|9[0-58])\d+$/, [2, 3, 3, 3, 4]],
  [/^\d+$/, [3, 3, 3, 3, 4]],
];

/** `447700900001` as people write it: +44 7700 900001. */
export function phoneNumber(waId: string): string {
  const digits = waId.replace(/\D/g, '');
  const sizes = GROUPS.find(([pattern]) => pattern.test(digits))?.[1] ?? [];
  let at = 0;
  const groups = sizes.map((size) => digits.slice(at, (at += size)));
  return `+${groups.filter(Boolean).join(' ')}`;
}

/** Bytes for people, in steps of 1,000. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('') || '#';

const MEDIA_NAMES: Record<string, string> = {
  image: 'Photo',
  video: 'Video',
  audio: 'Audio',
  document: 'Document',
  sticker: 'Sticker',
  location: 'Location',
};

/** A sum as people write it; a currency that is none is written behind the figure. */
export function money(amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount);
  } catch {
    return `${amount.toFixed(2)} ${currency}`.trim();
  }
}

/** Text without its marks: "*new*" is "new". */
export const unmarked = (text: string): string => richText(text).map((span) => span.text).join('');

/** A message in one line, for quotes. */
export function oneLine(message: PhoneMessage): string {
  const name = MEDIA_NAMES[message.type];
  if (name) return message.media?.caption || message.media?.filename || message.location?.name || name;
  return unmarked(message.text || message.header || 'Message');
}

/** "Ada, Bo and you": who is in a group, the reader last. */
export function namesOf(people: { wa_id: string; name: string }[], me: string): string {
  const names = people.filter(({ wa_id }) => wa_id !== me).map(({ name }) => name);
  const all = names.length < people.length ? [...names, 'you'] : names;
  return all.length < 2 ? (all[0] ?? 'Nobody') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

/** How far the platform's clock is ahead of real time: "25 h ahead". */
export function offsetLabel(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes === 0) return 'Real time';
  const hours = Math.floor(minutes / 60);
  const parts = [hours ? `${hours} h` : '', minutes % 60 ? `${minutes % 60} min` : ''].filter(Boolean);
  return `${parts.join(' ')} ${seconds > 0 ? 'ahead' : 'behind'}`;
}
