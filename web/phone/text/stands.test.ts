import { expect, test } from 'vitest';
import { isOpen, stands } from './stands';

test.each([
  ['pending', '', 'To pay', true],
  ['pending', 'pending', 'Payment on its way', true],
  ['pending', 'failed', 'Payment failed', true],
  ['pending', 'captured', 'Paid', false],
  ['partially_shipped', 'captured', 'Partially shipped · Paid', false],
  ['processing', '', 'Processing', true],
  ['canceled', '', 'Canceled', false],
])('an order that is %s and of which the payment is "%s" stands at %s', (status, payment, words, open) => {
  expect(stands({ status, payment, total: 10, refunds: [] })).toBe(words);
  expect(isOpen({ status, payment })).toBe(open);
});

test.each([
  [[{ amount: 10, status: 'pending' }], 'Paid'],
  [[{ amount: 4, status: 'success' }, { amount: 6, status: 'pending' }], 'Partly refunded'],
  [[{ amount: 4, status: 'success' }, { amount: 6, status: 'success' }], 'Refunded'],
])('a paid order of 10 with the refunds %j stands at %s', (refunds, words) => {
  expect(stands({ status: 'pending', payment: 'captured', total: 10, refunds })).toBe(words);
});
