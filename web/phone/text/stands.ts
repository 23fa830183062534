import type { Bill } from '../api/types';

const PAYMENTS: Record<string, string> = { captured: 'Paid', pending: 'Payment on its way', failed: 'Payment failed' };

/** Where an order stands, in the customer's words: "Shipped · Paid", "To pay". */
export function stands({ status, payment }: Pick<Bill, 'status' | 'payment'>): string {
  const word = status.replaceAll('_', ' ');
  const named = word && word !== 'pending' ? word.charAt(0).toUpperCase() + word.slice(1) : '';
  const paid = PAYMENTS[payment] ?? (named ? '' : 'To pay');
  return [named, paid].filter(Boolean).join(' · ');
}

/** Whether there is still something to pay. */
export const isOpen = ({ status, payment }: Pick<Bill, 'status' | 'payment'>): boolean =>
  payment !== 'captured' && !['', 'completed', 'canceled'].includes(status);
