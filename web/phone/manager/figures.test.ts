import { expect, test } from 'vitest';
import { topOf, totalOf } from './figures';

const day = (sent: number, received = 0) => ({ start: 0, sent, delivered: sent, read: 0, received });

test('the scale ends at a round number above the largest day', () => {
  expect([0, 1, 3, 7, 10, 11, 480].map((sent) => topOf([day(sent)]))).toEqual([1, 1, 5, 10, 10, 20, 500]);
  expect(topOf([day(2, 90)])).toBe(100);
});

test('days add up', () => {
  expect(totalOf([day(2), day(3, 4)], 'sent')).toBe(5);
  expect(totalOf([day(2), day(3, 4)], 'received')).toBe(4);
});
