import { expect, test } from 'vitest';
import type { PriceSum } from '../api/priceTypes';
import { amountWord, foretoldWord, lastMonths, marketName } from './priceWords';

const line: PriceSum = { country: 'GB', category: 'utility', kind: 'regular', count: 2, amount: '0.04', currency: 'EUR', unpriced: 0 };

test('an amount, nothing and nobody knows are three different words', () => {
  expect([
    amountWord(line),
    amountWord({ ...line, kind: 'free_customer_service', amount: '0', currency: '' }),
    amountWord({ ...line, amount: '0', currency: '', unpriced: 2 }),
  ]).toEqual(['€0.04', 'free', 'no price']);
});

test('kinds and countries are said in words', () => {
  expect(foretoldWord('free_customer_service/authentication-international')).toBe('Free in the window, authentication international');
  expect([marketName('GB'), marketName('Other')]).toEqual(['United Kingdom', 'Country not known']);
});

test('the last months go back over the turn of the year', () => {
  expect(lastMonths(new Date('2026-01-31T12:00:00Z'), 2)).toEqual([
    { value: '2026-01', label: 'January 2026' },
    { value: '2025-12', label: 'December 2025' },
  ]);
});
