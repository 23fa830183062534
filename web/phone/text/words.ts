import type { PhoneMessage } from '../api/types';

/** `447700900001` as people write it: +44 7700 900001. */
export function phoneNumber(waId: string): string {
  const digits = waId.replace(/\D/g, '');
  if (/^44\d{10}$/.test(digits)) return `+44 ${digits.slice(2, 6)} ${digits.slice(6)}`;
  if (/^1\d{10}$/.test(digits)) return `+1 ${digits.slice(1, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
  return `+${digits.slice(0, 2)} ${digits.slice(2).replace(/(\d{3})(?=\d{3})/g, '$1 ')}`;
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

/** A message in one line, for quotes. */
export function oneLine(message: PhoneMessage): string {
  const name = MEDIA_NAMES[message.type];
  if (name) return message.media?.caption || message.media?.filename || message.location?.name || name;
  return message.text || message.header || 'Message';
}

/** How far the platform's clock is ahead of real time: "25 h ahead". */
export function offsetLabel(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes === 0) return 'Real time';
  const hours = Math.floor(minutes / 60);
  const parts = [hours ? `${hours} h` : '', minutes % 60 ? `${minutes % 60} min` : ''].filter(Boolean);
  return `${parts.join(' ')} ${seconds > 0 ? 'ahead' : 'behind'}`;
}
