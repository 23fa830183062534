import { expect, test } from 'vitest';
import type { PhoneMessage } from '../api/types';
import { basketOf } from './basket';

const message: PhoneMessage = {
  id: 'wamid.1', from_me: false, type: 'interactive', status: 'read', at: 1, shop: { catalog_id: 'c', products: ['tea', 'cup'] },
};

test('only what is wanted is ordered', () => {
  const draft = basketOf(message, { tea: { quantity: 2, price: 3.5 }, cup: { quantity: 0, price: 9 } }, 'EUR', ' soon ');
  expect(draft).toEqual({
    type: 'order', catalog_id: 'c', text: 'soon', context_id: 'wamid.1',
    items: [{ product_retailer_id: 'tea', quantity: 2, item_price: 3.5, currency: 'EUR' }],
  });
});

test('an empty basket is no order', () => {
  expect(basketOf(message, { tea: { quantity: 0, price: 1 } }, 'EUR', '')).toBeNull();
});
