import type { Draft } from '../api/types';

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp']);
const VIDEOS = new Set(['video/mp4', 'video/3gpp']);

/** What would be sent now; null while there is nothing to send. A file of any other type goes as a document. */
export function draftOf(text: string, file: File | null): Draft | null {
  const words = text.trim();
  if (!file) return words ? { type: 'text', text: words } : null;
  return { type: mediaType(file.type), file, ...(words ? { text: words } : {}) };
}

export function mediaType(mime: string): 'image' | 'video' | 'audio' | 'document' {
  if (PICTURES.has(mime)) return 'image';
  if (VIDEOS.has(mime)) return 'video';
  return mime.startsWith('audio/') ? 'audio' : 'document';
}
