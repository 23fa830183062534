import type { PriceMonth, PriceSum } from '../api/priceTypes';
import { money } from '../ui/money';
import { countryName, sentenceCase } from '../ui/words';

const KINDS: Record<string, string> = {
  regular: 'Charged',
  free_customer_service: 'Free in the window',
  free_entry_point: 'Free after an advertisement',
  within_conversation: 'Paid with its conversation',
  unreported: 'WhatsApp has not said yet',
  business_initiated: 'Begun by the business',
  user_initiated: 'Begun by the customer',
};

export const kindWord = (kind: string): string => KINDS[kind] ?? sentenceCase(kind);

/** `regular/utility` as `Charged, utility`. */
export function foretoldWord(kindAndCategory: string): string {
  const [kind = '', category = ''] = kindAndCategory.split('/');
  return `${kindWord(kind)}, ${categoryWord(category).toLowerCase()}`;
}

export const categoryWord = (category: string): string => sentenceCase(category.replaceAll('-', '_'));

export const marketName = (country: string): string => (country === 'Other' ? 'Country not known' : countryName(country));

/** What a line cost. Part of it may have no price. */
export function amountWord({ kind, amount, currency, unpriced, count }: PriceSum): string {
  if (unpriced > 0) return unpriced === count ? 'no price' : `${money(amount, currency)} and ${unpriced} without a price`;
  if (currency) return money(amount, currency);
  return kind === 'unreported' ? '–' : 'free';
}

/** What the month cost by one model, in each of its currencies. */
export function sumWord({ sums }: Pick<PriceMonth, 'sums'>, model: 'message' | 'conversation'): string {
  const priced = sums.filter((sum) => sum.model === model && sum.currency);
  if (priced.length > 0) return priced.map(({ amount, currency }) => money(amount, currency)).join(' + ');
  return withoutPrice({ sums }, model) > 0 ? 'Not known' : 'Nothing';
}

export const withoutPrice = ({ sums }: Pick<PriceMonth, 'sums'>, model: 'message' | 'conversation'): number =>
  sums.filter((sum) => sum.model === model).reduce((all, { unpriced }) => all + unpriced, 0);

/** The last months, the newest first, such as `2026-11`. */
export function lastMonths(now: Date, many = 12): { value: string; label: string }[] {
  return Array.from({ length: many }, (_, back) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
    const label = first.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return { value: first.toISOString().slice(0, 7), label };
  });
}
