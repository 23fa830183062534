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
  expect(stands({ status, payment })).toBe(words);
  expect(isOpen({ status, payment })).toBe(open);
});
