import { expect, test } from 'vitest';
import { keptFile } from './keptFile';
import type { MediaContent } from './types';

const photo: MediaContent = { type: 'media', kind: 'image', media_id: 'm1', mime_type: 'image/png' };
const template = { type: 'template' as const, name: 'shown', language: 'en', header: [], body: [], buttons: [] };

test('the file of a message is the message or the head of its template', () => {
  expect(keptFile(photo)).toBe(photo);
  expect(keptFile({ ...template, header_media: photo })).toBe(photo);
  expect([keptFile(template), keptFile({ ...template, header_media: null }), keptFile({ type: 'text', body: 'Hi' }), keptFile(null)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
