import type { Draft, PhoneMessage } from '../api/types';

export interface Wanted {
  quantity: number;
  price: number;
}

/** The order of what is wanted; null while the basket is empty. */
export function basketOf(message: PhoneMessage, wanted: Record<string, Wanted>, currency: string, note: string): Draft | null {
  const items = Object.entries(wanted)
    .filter(([, { quantity }]) => quantity > 0)
    .map(([product, { quantity, price }]) => ({ product_retailer_id: product, quantity, item_price: price, currency }));
  if (items.length === 0 || currency.length !== 3) return null;
  return { type: 'order', catalog_id: message.shop?.catalog_id ?? '', items, text: note.trim(), context_id: message.id };
}
