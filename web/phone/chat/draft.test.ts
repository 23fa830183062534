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
