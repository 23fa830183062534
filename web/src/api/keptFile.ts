import type { Content, MediaContent } from './types';

/** The file of a message that we keep: the message itself, or what stands at the head of its template. */
export function keptFile(content: Content | null): MediaContent | null {
  if (content?.type === 'template') return content.header_media ?? null;
  return content?.type === 'media' ? content : null;
}
