import type { Draft } from '../api/types';

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp']);
const VIDEOS = new Set(['video/mp4', 'video/3gpp']);

export type FileKind = 'sticker' | 'voice' | 'document';

/** What would be sent now; null while there is nothing to send. A file of any other type goes as a document. */
export function draftOf(text: string, file: File | null, as: FileKind | null = null): Draft | null {
  const words = text.trim();
  if (!file) return words ? { type: 'text', text: words } : null;
  const type = as ?? mediaType(file.type);
  return { type, file, ...(words && takesCaption(type) ? { text: words } : {}) };
}

const takesCaption = (type: string): boolean => !['sticker', 'voice', 'audio'].includes(type);

export function mediaType(mime: string): 'image' | 'video' | 'audio' | 'document' {
  if (PICTURES.has(mime)) return 'image';
  if (VIDEOS.has(mime)) return 'video';
  return mime.startsWith('audio/') ? 'audio' : 'document';
}
