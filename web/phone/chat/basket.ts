import type { Draft, Shop } from '../api/types';

export interface Wanted {
  quantity: number;
  price: number;
}

/** The order of what is wanted; null while the basket is empty. A catalogue's own prices count before those typed. */
export function basketOf(shop: Shop, wanted: Record<string, Wanted>, currency: string, note: string): Draft | null {
  const items = Object.entries(wanted)
    .filter(([, { quantity }]) => quantity > 0)
    .map(([product, { quantity, price }]) => {
      const item = shop.items?.find((each) => each.product === product);
      return { product_retailer_id: product, quantity, item_price: item?.price ?? price, currency: item?.currency ?? currency };
    });
  if (items.length === 0 || items.some((item) => item.currency.length !== 3)) return null;
  return { type: 'order', catalog_id: shop.catalog_id, items, text: note.trim() };
}

/** What is in the basket, in each currency there is. */
export function sumsOf(draft: Draft): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of draft.items ?? []) {
    sums.set(item.currency, (sums.get(item.currency) ?? 0) + item.quantity * item.item_price);
  }
  return sums;
}
