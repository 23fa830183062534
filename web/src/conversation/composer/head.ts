import type { HeaderKind, LocationContent, MediaContent, TemplateContent, Uploaded } from '../../api/types';
import { asMedia } from './attaching';

/** What stands at the head of a template that has a file or a place there. */
export type Head = MediaContent | LocationContent | null;

type FileKind = 'image' | 'video' | 'document';

export const FILES: Record<FileKind, { choose: string; kinds: string; accept: string }> = {
  image: { choose: 'Choose a picture', kinds: 'a JPEG or PNG picture, at most 5 MB', accept: 'image/jpeg,image/png' },
  video: { choose: 'Choose a film', kinds: 'an MP4 or 3GP film, at most 16 MB', accept: 'video/mp4,video/3gpp' },
  document: { choose: 'Choose a document', kinds: 'a PDF, text or Office file, at most 100 MB', accept: '' },
};

export const asksForFile = (kind: HeaderKind): kind is FileKind => kind in FILES;

export const isHeaded = (kind: HeaderKind, head: Head): boolean => head !== null || !(asksForFile(kind) || kind === 'location');

/** What is wrong with the file for this template; '' where nothing is. */
export function troubleWithFile(kind: FileKind, uploaded: Uploaded | undefined): string {
  return uploaded && uploaded.kind !== kind ? `This template needs ${FILES[kind].kinds}.` : '';
}

export const fileHead = (kind: FileKind, uploaded: Uploaded | undefined): Head =>
  uploaded && !troubleWithFile(kind, uploaded) ? asMedia(uploaded, '') : null;

/** A place by its name, its address, and where it is as maps write it: "51.5079, -0.0877". */
export function placeHead(name: string, address: string, position: string): Head {
  const [latitude, longitude, ...more] = position.split(',').map((part) => (part.trim() ? Number(part) : NaN));
  if (!name.trim() || more.length || latitude === undefined || longitude === undefined) return null;
  const fits = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180; // false for what is no number
  return fits ? { type: 'location', latitude, longitude, name: name.trim(), address: address.trim() } : null;
}

export function headOf(head: Head): Pick<TemplateContent, 'header_media' | 'header_place'> {
  if (head?.type === 'media') return { header_media: head };
  if (!head) return {};
  const { latitude, longitude, name, address } = head;
  return { header_place: { latitude, longitude, name, address } };
}
