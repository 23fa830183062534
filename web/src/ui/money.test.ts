import { expect, test } from 'vitest';
import { money } from './money';

test('a price keeps all its places, and has two at least', () => {
  expect([money('0.0125', 'EUR'), money('2', 'GBP'), money('0.000001', 'USD')]).toEqual(['€0.0125', '£2.00', 'US$0.000001']);
});
