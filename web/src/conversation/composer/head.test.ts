import { expect, test } from 'vitest';
import type { Uploaded } from '../../api/types';
import { fileHead, headOf, isHeaded, placeHead, troubleWithFile } from './head';

const photo: Uploaded = { media_id: 'm1', kind: 'image', mime_type: 'image/png', filename: 'shop.png', size: 900 };

test('a file of the kind that the template has is its head, and no other', () => {
  expect(fileHead('image', photo)).toMatchObject({ type: 'media', media_id: 'm1', kind: 'image' });
  expect(fileHead('document', photo)).toBeNull();
  expect(troubleWithFile('document', photo)).toContain('needs a PDF');
  expect(troubleWithFile('image', undefined)).toBe('');
});

test('a place is read as maps write it, and only where there is one on earth', () => {
  expect(placeHead(' The Shard ', 'London', '51.5045, -0.0865')).toEqual({
    type: 'location',
    latitude: 51.5045,
    longitude: -0.0865,
    name: 'The Shard',
    address: 'London',
  });
  for (const position of ['', '51.5', '91, 0', '0, 181', 'here, there', ', 3', '1, 2, 3']) {
    expect(placeHead('The Shard', '', position)).toBeNull();
  }
  expect(placeHead('', '', '1, 2')).toBeNull();
});

test('a template whose head is a text needs nothing there', () => {
  expect([isHeaded('', null), isHeaded('text', null), isHeaded('image', null), isHeaded('location', null)]).toEqual([true, true, false, false]);
  expect(headOf(null)).toEqual({});
  expect(headOf(fileHead('image', photo))).toMatchObject({ header_media: { media_id: 'm1' } });
  expect(headOf(placeHead('A', 'B', '1, 2'))).toEqual({ header_place: { latitude: 1, longitude: 2, name: 'A', address: 'B' } });
});
