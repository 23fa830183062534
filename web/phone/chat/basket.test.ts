import { expect, test } from 'vitest';
import type { Shop } from '../api/types';
import { basketOf, sumsOf } from './basket';

const shop: Shop = { catalog_id: 'c', products: ['tea', 'cup'] };
const tea = { product: 'tea', name: 'Tea', description: '', price: 3.5, currency: 'EUR', picture: '', available: true };

test('only what is wanted is ordered', () => {
  const draft = basketOf(shop, { tea: { quantity: 2, price: 3.5 }, cup: { quantity: 0, price: 9 } }, 'EUR', ' soon ');
  expect(draft).toEqual({
    type: 'order', catalog_id: 'c', text: 'soon',
    items: [{ product_retailer_id: 'tea', quantity: 2, item_price: 3.5, currency: 'EUR' }],
  });
});

test('an empty basket is no order', () => {
  expect(basketOf(shop, { tea: { quantity: 0, price: 1 } }, 'EUR', '')).toBeNull();
});

test('a catalogue says what its items cost', () => {
  const draft = basketOf({ ...shop, items: [tea] }, { tea: { quantity: 3, price: 99 } }, '', '');
  expect(draft?.items?.[0]).toMatchObject({ item_price: 3.5, currency: 'EUR' });
  expect(draft && [...sumsOf(draft)]).toEqual([['EUR', 10.5]]);
});
