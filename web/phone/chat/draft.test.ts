import { expect, test } from 'vitest';
import { draftOf } from './draft';

test('blanks alone are not sent', () => {
  expect(draftOf('  \n', null)).toBeNull();
  expect(draftOf(' Hello ', null)).toEqual({ type: 'text', text: 'Hello' });
});

test('a picture goes as a picture with its caption, an unusual one as a document', () => {
  const photo = new File(['x'], 'a.jpg', { type: 'image/jpeg' });
  expect(draftOf('Look', photo)).toEqual({ type: 'image', file: photo, text: 'Look' });
  expect(draftOf('', new File(['x'], 'a.tiff', { type: 'image/tiff' }))?.type).toBe('document');
});

test('a sticker and a voice message have no caption, and a picture may be sent as a document', () => {
  const webp = new File(['x'], 'a.webp', { type: 'image/webp' });
  expect(draftOf('Look', webp, 'sticker')).toEqual({ type: 'sticker', file: webp });
  const ogg = new File(['x'], 'a.ogg', { type: 'audio/ogg' });
  expect(draftOf('Listen', ogg, 'voice')).toEqual({ type: 'voice', file: ogg });
  expect(draftOf('Look', webp, 'document')).toEqual({ type: 'document', file: webp, text: 'Look' });
});
